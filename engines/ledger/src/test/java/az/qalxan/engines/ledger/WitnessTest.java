package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness follows one history of a log, and remembers it before it signs. */
class WitnessTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T10:15:30Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private final NoteSigner signer = Keys.signer("dtx.example/witness", NoteKey.Use.WITNESS);
    private final MemoryFiles files = new MemoryFiles();
    private TransparencyLog log;
    private Witness witness;

    @BeforeEach
    void open() throws IOException {
        log = TransparencyLog.over(files, Keys.LOG, Keys.ORIGIN);
        witness = witness();
    }

    private Witness witness() throws IOException {
        Map<String, List<NoteKey>> logs = Map.of(Keys.ORIGIN, List.of(Keys.LOG.key()));
        return Witness.in(folder, signer, logs, CLOCK);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private WitnessAnswer ask(long old) throws IOException {
        List<TreeHash> proof = old == 0 ? List.of() : log.consistency(old);
        return witness.add(new WitnessRequest(old, proof, log.checkpoint()).bytes());
    }

    private static TransparencyLog otherHistory(int entries) throws IOException {
        TransparencyLog other = TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        for (int i = 0; i < entries; i++) {
            other.append(text("other " + i));
        }
        return other;
    }

    @Test
    void itCosignsWhatFollowsFromWhatItSaw() throws IOException {
        log.append(text("a"));
        assertThat(ask(0)).isInstanceOf(WitnessAnswer.Cosigned.class);
        log.append(List.of(text("b"), text("c")));
        WitnessAnswer answer = ask(1);
        String line = ((WitnessAnswer.Cosigned) answer).line();
        byte[] note = Bytes.joined(log.checkpoint().bytes(), text(line));
        Trust trust = Checkpoint.parse(note).orElseThrow().trust(List.of(signer.key()));
        assertThat(trust.witnesses()).isEqualTo(1);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void itTellsWhatItSawToWhoeverStartsElsewhere() throws IOException {
        log.append(List.of(text("a"), text("b")));
        assertThat(ask(1)).isEqualTo(new WitnessAnswer.Stale(0));
        assertThat(ask(0).status()).isEqualTo(200);
        assertThat(ask(0)).isEqualTo(new WitnessAnswer.Stale(2));
        witness = witness();
        assertThat(ask(0)).as("remembered by the next start").isEqualTo(new WitnessAnswer.Stale(2));
        assertThat(ask(2).status()).as("the same tree once more").isEqualTo(200);
    }

    @Test
    void itNeverCosignsASecondHistory() throws IOException {
        log.append(List.of(text("a"), text("b")));
        ask(0);
        TransparencyLog fork = otherHistory(2);
        byte[] same = new WitnessRequest(2, List.of(), fork.checkpoint()).bytes();
        assertThat(witness.add(same)).isEqualTo(new WitnessAnswer.Forked(2));
        TransparencyLog longer = otherHistory(5);
        byte[] later = new WitnessRequest(2, longer.consistency(2), longer.checkpoint()).bytes();
        assertThat(witness.add(later))
                .isEqualTo(new WitnessAnswer.Refused(WitnessAnswer.Why.INCONSISTENT));
    }

    @Test
    void aRestoredOlderBackupOfTheLogIsFound() throws IOException {
        log.append(List.of(text("a"), text("b")));
        MemoryFiles backup = files.copy();
        log.append(text("c"));
        ask(0);
        log = TransparencyLog.over(backup, Keys.LOG, Keys.ORIGIN);
        assertThat(ask(2)).isEqualTo(new WitnessAnswer.Stale(3));
        log.append(text("d"));
        assertThat(ask(3)).isEqualTo(new WitnessAnswer.Forked(3));
    }

    @Test
    void whatItDoesNotKnowItDoesNotCosign() throws IOException {
        log.append(text("a"));
        TransparencyLog stranger =
                TransparencyLog.over(new MemoryFiles(), Keys.LOG, "another.example");
        byte[] unknown = new WitnessRequest(0, List.of(), stranger.checkpoint()).bytes();
        assertThat(witness.add(unknown).status()).isEqualTo(404);
        NoteSigner thief = Keys.signer(Keys.ORIGIN, NoteKey.Use.LOG);
        TransparencyLog forged = TransparencyLog.over(new MemoryFiles(), thief, Keys.ORIGIN);
        byte[] unsigned = new WitnessRequest(0, List.of(), forged.checkpoint()).bytes();
        assertThat(witness.add(unsigned).status()).isEqualTo(403);
        assertThat(witness.add(text("old x\n\n")).status()).isEqualTo(400);
        byte[] backwards = new WitnessRequest(9, List.of(), log.checkpoint()).bytes();
        assertThat(witness.add(backwards).status()).isEqualTo(400);
    }

    @Test
    void whatItCannotKeepItDoesNotSign() throws IOException {
        log.append(text("a"));
        WitnessStates full =
                new WitnessStates() {
                    @Override
                    public Optional<TreeHead> last(String origin) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(String origin, TreeHead head) throws IOException {
                        throw new MemoryFiles.Crash();
                    }
                };
        witness = new Witness(signer, Map.of(Keys.ORIGIN, List.of(Keys.LOG.key())), full, CLOCK);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ask(0))
                .isInstanceOf(MemoryFiles.Crash.class);
    }
}
