package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.plan.Stage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may say what. */
class RulesTest {

    private static final Parties PARTIES = new Parties("rinn", Set.of("rinn", "dtx"));
    private static final Set<EvidenceKind> NOTHING = Set.of();

    private final Told record = new Told();
    private final UUID claim = record.proposes("dtx", Stage.INTERIM);

    @Test
    void onlyABodyOfTheMeasureProposesAndOnceAtATime() {
        assertThat(Rules.propose(PARTIES, "mb", true, List.of())).contains("not-in-measure");
        assertThat(Rules.propose(PARTIES, "rinn", true, record.claims())).isEmpty();
        assertThat(Rules.propose(PARTIES, "dtx", true, record.claims())).contains("claim-stands");
        record.says(ProgressKind.WITHDRAWN, "dtx", claim);
        assertThat(Rules.propose(PARTIES, "dtx", true, record.claims())).isEmpty();
    }

    @Test
    void nothingIsProposedBeforeTheLeadSaysWhatShowsIt() {
        assertThat(Rules.propose(PARTIES, "rinn", false, List.of())).contains("no-criterion");
        assertThat(Rules.criterion(PARTIES, "dtx")).contains("not-lead");
        assertThat(Rules.criterion(PARTIES, "rinn")).isEmpty();
    }

    @Test
    void nobodyJudgesAnOwnClaim() {
        assertThat(Rules.confirm(one(), "dtx", 9, NOTHING)).contains("own-claim");
        assertThat(Rules.dispute(one(), "dtx", 9)).contains("own-claim");
        assertThat(Rules.confirm(one(), "mb", 9, NOTHING)).isEmpty();
    }

    @Test
    void nothingIsConfirmedWithoutTheEvidenceThatWasAskedFor() {
        Set<EvidenceKind> asked = Set.of(EvidenceKind.DECISION, EvidenceKind.DOCUMENT);
        Set<EvidenceKind> missing = Rules.missing(asked, List.of(EvidenceKind.DOCUMENT));
        assertThat(missing).containsExactly(EvidenceKind.DECISION);
        assertThat(Rules.confirm(one(), "mb", 9, missing)).contains("evidence-missing");
        assertThat(Rules.missing(NOTHING, List.of())).as("something has to be there").isNotEmpty();
        assertThat(Rules.missing(NOTHING, List.of(EvidenceKind.LINK))).isEmpty();
    }

    @Test
    void aVerdictOnWhatItsAuthorStillSawStandingIsTaken() {
        long seen = one().last();
        record.says(ProgressKind.WITHDRAWN, "dtx", claim);
        assertThat(Rules.dispute(one(), "mb", seen)).isEmpty();
        assertThat(Rules.dispute(one(), "mb", one().last())).contains("claim-ended");
    }

    @Test
    void onlyAStandingDisputeOfOnesOwnIsTakenBack() {
        assertThat(Rules.takeBack(one(), "mb")).contains("no-dispute");
        Entry dispute = record.says(ProgressKind.DISPUTED, "mb", claim);
        assertThat(Rules.takeBack(one(), "mb")).isEmpty();
        assertThat(Rules.takeBack(one(), "rinn")).contains("no-dispute");
        assertThat(Rules.answer(one(), PARTIES, "rinn", dispute.sequence())).isEmpty();
        assertThat(Rules.answer(one(), PARTIES, "mb", dispute.sequence()))
                .contains("not-in-measure");
        assertThat(Rules.answer(one(), PARTIES, "dtx", 77)).contains("no-dispute");
    }

    @Test
    void whatIsReachedIsReopenedByThoseConcernedAndNotWithdrawn() {
        assertThat(Rules.reopen(one(), PARTIES, "rinn")).contains("not-reached");
        assertThat(Rules.withdraw(one(), "mb")).contains("not-own-claim");
        assertThat(Rules.withdraw(one(), "dtx")).isEmpty();
        record.says(ProgressKind.CONFIRMED, "mb", claim);
        assertThat(Rules.withdraw(one(), "dtx")).contains("reached");
        assertThat(Rules.reopen(one(), PARTIES, "mb")).isEmpty();
        assertThat(Rules.reopen(one(), PARTIES, "din")).contains("not-concerned");
        record.says(ProgressKind.REOPENED, "mb", claim);
        assertThat(one().stands()).isFalse();
    }

    private Claim one() {
        return record.claim(claim);
    }
}
