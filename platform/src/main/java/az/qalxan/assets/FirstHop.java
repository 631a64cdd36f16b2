package az.qalxan.assets;

import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportedLoss;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report suggests about where the money went first. A person chooses and confirms: one of
 * the accounts may be the victim's own.
 *
 * @param candidates the holdings that the report names, those that fit the way of paying first
 * @param fitting how many of them fit the way of paying
 */
record FirstHop(Holding victim, Money loss, Instant at, List<Holding> candidates, int fitting) {

    /** Candidates of one report: nobody pays to more accounts at once. */
    static final int CANDIDATES_MAX = 20;

    FirstHop {
        candidates = List.copyOf(candidates);
    }

    /** The suggestion; empty when nothing was lost or no holding is named. */
    static Optional<FirstHop> of(ReportedLoss report) {
        Loss loss = report.loss();
        if (loss == null) {
            return Optional.empty();
        }
        Set<HoldingKind> kinds = kinds(loss.paidHow());
        List<Holding> named =
                report.identifiers().stream()
                        .map(HoldingReading::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(CANDIDATES_MAX)
                        .toList();
        List<Holding> fit = named.stream().filter(one -> kinds.contains(one.kind())).toList();
        List<Holding> other =
                named.stream()
                        .filter(one -> !kinds.contains(one.kind()))
                        .filter(one -> one.kind() != HoldingKind.E_WALLET)
                        .toList();
        List<Holding> ordered =
                java.util.stream.Stream.concat(fit.stream(), other.stream()).toList();
        return ordered.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FirstHop(
                                Holding.victim(report.id(), report.reference().value()),
                                new Money(loss.amount(), loss.currency()),
                                report.lostAt(),
                                ordered,
                                fit.size()));
    }

    /** The holdings that fit the way of paying. */
    List<Holding> fittingOnes() {
        return candidates.subList(0, fitting);
    }

    /** The only one that fits; null when there are several or none. */
    @Nullable Holding certain() {
        return fitting == 1 ? candidates.getFirst() : null;
    }

    private static Set<HoldingKind> kinds(String paidHow) {
        return switch (paidHow) {
            case "crypto" -> Set.of(HoldingKind.WALLET);
            case "e-wallet" -> Set.of(HoldingKind.E_WALLET, HoldingKind.CARD);
            case "terminal" -> Set.of(HoldingKind.CARD, HoldingKind.E_WALLET);
            case "bank-transfer", "card" -> Set.of(HoldingKind.ACCOUNT, HoldingKind.CARD);
            default -> Set.of(HoldingKind.ACCOUNT, HoldingKind.CARD, HoldingKind.WALLET);
        };
    }
}
