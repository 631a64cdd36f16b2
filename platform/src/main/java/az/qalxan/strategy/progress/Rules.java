package az.qalxan.strategy.progress;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may say what about a stage. Each answer is empty, or why not: the end of a message key {@code
 * progress.refused.<why>}.
 */
final class Rules {

    static final int EVIDENCE_MAX = 50;

    private Rules() {}

    static Optional<String> criterion(Parties parties, String body) {
        return parties.leads(body) ? Optional.empty() : Optional.of("not-lead");
    }

    static Optional<String> say(Parties parties, String body) {
        return parties.has(body) ? Optional.empty() : Optional.of("not-in-measure");
    }

    /** A body proposes a stage once at a time, and after the lead has said what shows it. */
    static Optional<String> propose(
            Parties parties, String body, boolean criterion, Collection<Claim> ofStage) {
        if (!parties.has(body)) {
            return Optional.of("not-in-measure");
        }
        if (!criterion) {
            return Optional.of("no-criterion");
        }
        return ofStage.stream().anyMatch(one -> one.stands() && one.body().equals(body))
                ? Optional.of("claim-stands")
                : Optional.empty();
    }

    static Optional<String> evidence(Claim claim, Parties parties, String body) {
        if (!parties.has(body) && !claim.body().equals(body)) {
            return Optional.of("not-in-measure");
        }
        if (!claim.stands()) {
            return Optional.of("claim-ended");
        }
        return claim.evidence() >= EVIDENCE_MAX ? Optional.of("evidence-full") : Optional.empty();
    }

    /**
     * A verdict on what its author still saw standing is taken even when the claim has ended in the
     * meantime: it changes nothing then, but the word is kept.
     *
     * @param seen the last line of the record that the author had before the eyes
     */
    private static Optional<String> judge(Claim claim, String body, long seen) {
        if (claim.body().equals(body)) {
            return Optional.of("own-claim");
        }
        return claim.stands() || seen < claim.end() ? Optional.empty() : Optional.of("claim-ended");
    }

    static Optional<String> confirm(
            Claim claim, String body, long seen, Set<EvidenceKind> missing) {
        Optional<String> why = judge(claim, body, seen);
        if (why.isPresent()) {
            return why;
        }
        if (claim.hasVerdict(body, ProgressKind.CONFIRMED)) {
            return Optional.of("confirmed-already");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of("evidence-missing");
    }

    static Optional<String> dispute(Claim claim, String body, long seen) {
        return judge(claim, body, seen);
    }

    static Optional<String> answer(Claim claim, Parties parties, String body, long dispute) {
        if (!parties.has(body) && !claim.body().equals(body)) {
            return Optional.of("not-in-measure");
        }
        return claim.disputes().stream().anyMatch(one -> one.sequence() == dispute)
                ? Optional.empty()
                : Optional.of("no-dispute");
    }

    static Optional<String> takeBack(Claim claim, String body) {
        return claim.stands() && claim.hasVerdict(body, ProgressKind.DISPUTED)
                ? Optional.empty()
                : Optional.of("no-dispute");
    }

    /** What others have confirmed is reopened, not withdrawn. */
    static Optional<String> withdraw(Claim claim, String body) {
        if (!claim.body().equals(body)) {
            return Optional.of("not-own-claim");
        }
        if (!claim.stands()) {
            return Optional.of("claim-ended");
        }
        return claim.state() == Claim.State.REACHED ? Optional.of("reached") : Optional.empty();
    }

    static Optional<String> reopen(Claim claim, Parties parties, String body) {
        boolean concerned =
                parties.leads(body)
                        || claim.body().equals(body)
                        || claim.hasVerdict(body, ProgressKind.CONFIRMED);
        if (!concerned) {
            return Optional.of("not-concerned");
        }
        return claim.state() == Claim.State.REACHED ? Optional.empty() : Optional.of("not-reached");
    }

    /** The kinds of evidence that the criterion asks for and the claim lacks; one at least. */
    static Set<EvidenceKind> missing(Set<EvidenceKind> asked, List<EvidenceKind> given) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(asked);
        given.forEach(missing::remove);
        if (given.isEmpty() && missing.isEmpty()) {
            missing.add(EvidenceKind.DOCUMENT);
        }
        return missing;
    }
}
