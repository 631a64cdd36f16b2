package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that is kept about the progress of a measure. */
record StageFile(
        MeasureCode code,
        Parties parties,
        List<Entry> entries,
        List<Claim> claims,
        List<Versions> criteria,
        List<Evidence> evidence) {

    /** The versions of what a stage asks for, the oldest first. */
    record Versions(Stage stage, List<Criterion> versions) {

        Versions {
            versions = List.copyOf(versions);
        }
    }

    StageFile {
        entries = List.copyOf(entries);
        claims = List.copyOf(claims);
        criteria = List.copyOf(criteria);
        evidence = List.copyOf(evidence);
    }

    /** The claims of a stage, those that stand first, then the newest. */
    List<Claim> claims(Stage stage) {
        return claims.stream()
                .filter(one -> one.stage() == stage)
                .sorted(
                        Comparator.comparing((Claim one) -> !one.stands())
                                .thenComparing(
                                        one -> one.proposal().sequence(),
                                        Comparator.reverseOrder()))
                .toList();
    }

    Optional<Claim> claim(Stage stage, UUID id) {
        return claims.stream().filter(one -> one.stage() == stage && one.id().equals(id)).findAny();
    }

    List<Criterion> criteria(Stage stage) {
        return criteria.stream()
                .filter(one -> one.stage() == stage)
                .flatMap(one -> one.versions().stream())
                .toList();
    }

    Optional<Criterion> criterion(Stage stage) {
        return Criterion.now(criteria(stage));
    }

    /** What the claim was made under; a later version does not judge it. */
    Optional<Criterion> criterion(Claim claim) {
        return Criterion.at(criteria(claim.stage()), claim.proposal().sequence());
    }

    List<Evidence> evidence(UUID claim) {
        return evidence.stream().filter(one -> one.claim().equals(claim)).toList();
    }

    /** The kinds of evidence that the claim's criterion asks for and that nobody has given yet. */
    Set<EvidenceKind> missing(Claim claim) {
        Set<EvidenceKind> asked =
                criterion(claim).map(Criterion::kinds).orElse(EnumSet.noneOf(EvidenceKind.class));
        List<EvidenceKind> given =
                evidence(claim.id()).stream().map(one -> one.item().kind()).toList();
        return Rules.missing(asked, given);
    }

    StageStanding standing(Stage stage) {
        return Standings.of(claims.stream().filter(one -> one.stage() == stage).toList());
    }
}
