package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.List;

/** The traits of one report as they are collected: each key once, up to a bound. */
final class TraitList {

    private final List<Trait> traits = new ArrayList<>();

    List<Trait> all() {
        return traits;
    }

    void add(Trait trait) {
        boolean known = traits.stream().anyMatch(one -> one.key() == trait.key());
        if (!known && traits.size() < TraitReader.TRAITS_MAX) {
            traits.add(trait);
        }
    }

    /** The identifier itself and what stands behind it. */
    void addIdentifier(SeriesReport.Stated stated) {
        TraitKind kind = TraitKind.of(stated.kind());
        String value = stated.linkKey().substring(stated.linkKey().indexOf(':') + 1);
        switch (stated.kind()) {
            case DOMAIN -> site(stated, TraitKind.DOMAIN, value);
            case URL -> {
                add(stated, kind, stated.linkKey(), stated.shown());
                site(stated, TraitKind.DOMAIN, SiteNames.hostOfLink(value));
            }
            case EMAIL -> {
                add(stated, kind, stated.linkKey(), stated.shown());
                String host = SiteNames.registered(value.substring(value.indexOf('@') + 1));
                if (!host.isEmpty() && !MailHosts.servesAnybody(host)) {
                    add(stated, TraitKind.MAIL_HOST, host, host);
                }
            }
            case HANDLE -> {
                add(stated, kind, stated.linkKey(), stated.shown());
                lookalike(stated, stated.shown());
            }
            case PHONE, IBAN, CARD, WALLET, IP ->
                    add(stated, kind, stated.linkKey(), stated.shown());
        }
    }

    private void site(SeriesReport.Stated stated, TraitKind kind, String host) {
        String site = SiteNames.registered(host);
        if (site.isEmpty()) {
            add(stated, kind, host, host);
        } else {
            add(stated, kind, site, site);
            lookalike(stated, site.substring(0, site.indexOf('.')));
        }
    }

    private void lookalike(SeriesReport.Stated stated, String name) {
        String pattern = SiteNames.pattern(name);
        if (!pattern.isEmpty()) {
            add(stated, TraitKind.LOOKALIKE, pattern, pattern);
        }
    }

    private void add(SeriesReport.Stated stated, TraitKind kind, String text, String shown) {
        add(
                new Trait(
                        kind,
                        Keys.of(kind, text),
                        TraitReader.head(shown),
                        stated.start(),
                        stated.end()));
    }
}
