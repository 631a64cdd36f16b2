import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.TraitKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of the evidence that is taken away, mostly by rulings as people can make them. */
enum Ablation {
    NOTHING("everything", kind -> null),
    STORIES("without stories: forms only", kind -> null),
    HUBS("without hubs: no identifier is common", kind -> HubRuling.NOT_HUB),
    CUTTING("without cutting: who shares anything but hubs is joined", kind -> null),
    INFRASTRUCTURE(
            "without domains and mail hosts",
            kind -> hub(kind, EnumSet.of(TraitKind.DOMAIN, TraitKind.MAIL_HOST))),
    PHONES("without phones", kind -> hub(kind, EnumSet.of(TraitKind.PHONE))),
    MONEY(
            "without accounts, cards and wallets",
            kind -> hub(kind, EnumSet.of(TraitKind.IBAN, TraitKind.CARD, TraitKind.WALLET))),
    NET(
            "without links, mails, handles and addresses",
            kind -> hub(
                    kind,
                    EnumSet.of(
                            TraitKind.URL, TraitKind.EMAIL, TraitKind.HANDLE, TraitKind.IP)));

    private final String words;
    private final Function<TraitKind, @Nullable HubRuling> ruling;

    Ablation(String words, Function<TraitKind, @Nullable HubRuling> ruling) {
        this.words = words;
        this.ruling = ruling;
    }

    private static @Nullable HubRuling hub(TraitKind kind, Set<TraitKind> kinds) {
        return kinds.contains(kind) ? HubRuling.HUB : null;
    }

    String words() {
        return words;
    }

    /** What is ruled about every key of a kind. */
    Function<TraitKind, @Nullable HubRuling> ruling() {
        return ruling;
    }
}
