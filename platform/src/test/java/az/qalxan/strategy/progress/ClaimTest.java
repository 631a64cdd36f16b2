package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.plan.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a claim's state follows from. */
class ClaimTest {

    private final Told record = new Told();
    private final UUID claim = record.proposes("rinn", Stage.INITIAL);

    @Test
    void aClaimWaitsUntilAnotherBodyConfirmsIt() {
        assertThat(state()).isEqualTo(Claim.State.PROPOSED);
        Entry confirmed = record.says(ProgressKind.CONFIRMED, "dtx", claim);
        assertThat(state()).isEqualTo(Claim.State.REACHED);
        assertThat(record.claim(claim).since()).isEqualTo(confirmed.at());
    }

    @Test
    void oneDisputeOutweighsEveryConfirmation() {
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        record.says(ProgressKind.CONFIRMED, "din", claim);
        Entry dispute = record.says(ProgressKind.DISPUTED, "xritdx", claim);
        record.says(ProgressKind.CONFIRMED, "mb", claim);
        assertThat(state()).isEqualTo(Claim.State.DISPUTED);
        assertThat(record.claim(claim).since()).isEqualTo(dispute.at());
        assertThat(record.claim(claim).disputes()).containsExactly(dispute);
    }

    @Test
    void whoeverDisputedMayConfirmLater() {
        record.says(ProgressKind.DISPUTED, "dtx", claim);
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        assertThat(state()).isEqualTo(Claim.State.REACHED);
    }

    @Test
    void aDisputeThatIsTakenBackLeavesWhatOthersSaid() {
        record.says(ProgressKind.CONFIRMED, "din", claim);
        record.says(ProgressKind.DISPUTED, "dtx", claim);
        record.says(ProgressKind.TAKEN_BACK, "dtx", claim);
        assertThat(state()).isEqualTo(Claim.State.REACHED);
    }

    @Test
    void anAnswerDoesNotEndADispute() {
        Entry dispute = record.says(ProgressKind.DISPUTED, "dtx", claim);
        assertThat(record.claim(claim).unanswered()).containsExactly(dispute);
        record.answers("rinn", claim, dispute);
        assertThat(record.claim(claim).unanswered()).isEmpty();
        assertThat(state()).isEqualTo(Claim.State.DISPUTED);
    }

    @Test
    void whatIsSaidAfterTheEndIsKeptAndChangesNothing() {
        record.says(ProgressKind.WITHDRAWN, "rinn", claim);
        record.says(ProgressKind.CONFIRMED, "dtx", claim);
        assertThat(state()).isEqualTo(Claim.State.WITHDRAWN);
        assertThat(record.claim(claim).entries()).hasSize(3);
        assertThat(record.claim(claim).end()).isEqualTo(2);
    }

    /** The verdicts of several bodies, told in any order that keeps each body's own. */
    @Test
    void itDoesNotMatterWhichBodyWasFirst() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<List<ProgressKind>> said = new ArrayList<>();
            for (int body = 0; body < 1 + random.nextInt(4); body++) {
                List<ProgressKind> own = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    own.add(VERDICTS.get(random.nextInt(VERDICTS.size())));
                }
                said.add(own);
            }
            assertThat(mixed(said, random))
                    .as("seed %s, round %s: %s", seed, round, said)
                    .isEqualTo(mixed(said, random))
                    .isEqualTo(expected(said));
        }
    }

    private static final List<ProgressKind> VERDICTS =
            List.of(ProgressKind.CONFIRMED, ProgressKind.DISPUTED, ProgressKind.TAKEN_BACK);

    private static Claim.State mixed(List<List<ProgressKind>> said, Random random) {
        List<Integer> turns = new ArrayList<>();
        for (int body = 0; body < said.size(); body++) {
            turns.addAll(Collections.nCopies(said.get(body).size(), body));
        }
        Collections.shuffle(turns, random);
        Told record = new Told();
        UUID claim = record.proposes("rinn", Stage.FINAL);
        int[] next = new int[said.size()];
        turns.forEach(body -> record.says(said.get(body).get(next[body]++), "b" + body, claim));
        return record.claim(claim).state();
    }

    private static Claim.State expected(List<List<ProgressKind>> said) {
        List<ProgressKind> last = said.stream().map(List::getLast).toList();
        if (last.contains(ProgressKind.DISPUTED)) {
            return Claim.State.DISPUTED;
        }
        return last.contains(ProgressKind.CONFIRMED) ? Claim.State.REACHED : Claim.State.PROPOSED;
    }

    private Claim.State state() {
        return record.claim(claim).state();
    }
}
