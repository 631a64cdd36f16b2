package az.qalxan.assets;

import az.qalxan.reporting.CleanText;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads which holding somebody typed: an IBAN, a card, a wallet's address, a phone number of an
 * e-wallet, {@code cash} with a place, or the reference of a report for its victim.
 */
@Component
class HoldingReading {

    private static final Pattern CASH =
            Pattern.compile("(?iu)(?:cash|nağd|nagd)(?:\\s*:\\s*(.{1,80}))?");
    private static final Pattern MASKED = Pattern.compile("([0-9]{6})[*xX•]{4,9}([0-9]{4})");
    private static final Locale AZ = Locale.of("az");

    private final ReportReading reading;
    private final ReportedLosses reports;

    HoldingReading(ReportReading reading, ReportedLosses reports) {
        this.reading = reading;
        this.reports = reports;
    }

    /** The holding; empty when the text names none, several, or a victim that is not in sight. */
    Optional<Holding> read(String typed) {
        return read(typed, victims(List.of(typed)));
    }

    /** The victims among the typed texts, by reference, as far as the caller may see them. */
    Map<String, Holding> victims(Collection<String> typed) {
        List<ReportReference> references =
                typed.stream()
                        .map(ReportReference::read)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return references.isEmpty()
                ? Map.of()
                : reports.ofReferences(references).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.reference().value(), HoldingReading::victim));
    }

    private static Holding victim(ReportedLoss report) {
        return Holding.victim(report.id(), report.reference().value());
    }

    /** As {@link #read(String)}, with the victims looked up before. */
    Optional<Holding> read(String typed, Map<String, Holding> victims) {
        String text = CleanText.of(typed);
        if (text.isEmpty() || text.length() > Holding.CHARS_MAX) {
            return Optional.empty();
        }
        Optional<ReportReference> reference = ReportReference.read(text);
        if (reference.isPresent()) {
            return Optional.ofNullable(victims.get(reference.get().value()));
        }
        return cash(text).or(() -> masked(text)).or(() -> identifier(text));
    }

    private static Optional<Holding> cash(String text) {
        Matcher cash = CASH.matcher(text);
        if (!cash.matches()) {
            return Optional.empty();
        }
        String place = cash.group(1) == null ? "" : cash.group(1).strip();
        return Optional.of(
                new Holding(
                        HoldingKind.CASH_DESK,
                        "cash:" + place.toLowerCase(AZ),
                        place.isEmpty() ? "cash" : place));
    }

    /**
     * A card of which a statement shows the ends only: it cannot be matched with a whole number.
     */
    private static Optional<Holding> masked(String text) {
        Matcher card = MASKED.matcher(text.replace(" ", ""));
        if (!card.matches()) {
            return Optional.empty();
        }
        String value = card.group(1) + "******" + card.group(2);
        return Optional.of(new Holding(HoldingKind.CARD, "card-ends:" + value, value));
    }

    private Optional<Holding> identifier(String text) {
        List<Holding> found =
                reading.recognise(text.replace('\n', ' ')).stream()
                        .map(HoldingReading::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The holding that an identifier of a report names; empty for what holds no money. */
    static Optional<Holding> of(FoundIdentifier one) {
        return one.linkKey().isEmpty() || one.linkKey().length() > Holding.CHARS_MAX
                ? Optional.empty()
                : kind(one.kind()).map(kind -> new Holding(kind, one.linkKey(), one.value()));
    }

    private static Optional<HoldingKind> kind(String identifier) {
        return switch (identifier) {
            case "iban" -> Optional.of(HoldingKind.ACCOUNT);
            case "card" -> Optional.of(HoldingKind.CARD);
            case "wallet" -> Optional.of(HoldingKind.WALLET);
            case "phone" -> Optional.of(HoldingKind.E_WALLET);
            default -> Optional.empty();
        };
    }
}
