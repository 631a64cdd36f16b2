package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was restored goes on openly, and a witness follows only by the ended log's word. */
class ContinuationTest {

    private static final NoteSigner NEXT = Keys.signer("example.com/log/2", NoteKey.Use.LOG);
    private static final Instant AT = Instant.parse("2026-11-27T20:00:00Z");

    @TempDir Path folder;
    private WitnessHome home;

    @BeforeEach
    void create() throws IOException {
        WitnessHome.create(folder, new KeyName("din.example/witness"), new SecureRandom());
        home = new WitnessHome(folder);
        home.follow(Keys.LOG.key(), Keys.ORIGIN);
    }

    private static TransparencyLog filled(MemoryFiles files, int entries) throws IOException {
        TransparencyLog log = TransparencyLog.numbered(files, Keys.LOG, Keys.ORIGIN);
        for (int i = 0; i < entries; i++) {
            log.append(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return log;
    }

    private static Continuation statement(TreeHead head, long seen) {
        return new Continuation(
                Keys.LOG.key(),
                head,
                seen,
                NEXT.key(),
                new Continuation.Words("backup.zip", "Aynur Əliyeva", "disk\nlost", AT));
    }

    private WitnessAnswer ask(TransparencyLog log, long old) throws IOException {
        try (WitnessHome.Opened opened = home.open(Clock.systemUTC())) {
            List<TreeHash> proof = old == 0 ? List.of() : log.consistency(old);
            return opened.witness().add(new WitnessRequest(old, proof, log.checkpoint()).bytes());
        }
    }

    private TransparencyLog restored(int seen, int kept) throws IOException {
        try (TransparencyLog lost = filled(new MemoryFiles(), seen)) {
            assertThat(ask(lost, 0)).isInstanceOf(WitnessAnswer.Cosigned.class);
        }
        MemoryFiles files = new MemoryFiles();
        TreeHead head = filled(files, kept).checkpoint().head();
        Continuation said = statement(head, Math.max(seen, kept));
        files.replace("checkpoint", said.beginning(NEXT).bytes());
        assertThat(home.follow(said.signed(Keys.LOG, NEXT)).head()).isEqualTo(head);
        TransparencyLog log = TransparencyLog.numbered(files, NEXT, NEXT.key().name().value());
        log.append(new byte[] {1});
        return log;
    }

    @Test
    void aStatementIsReadBackWithBothSignatures() throws IOException {
        Continuation said = statement(filled(new MemoryFiles(), 6).checkpoint().head(), 10);
        assertThat(Continuation.parse(said.signed(Keys.LOG, NEXT))).isPresent();
        assertThat(Continuation.parse(said.signed(Keys.LOG, NEXT)).orElseThrow().words())
                .isEqualTo(new Continuation.Words("backup.zip", "Aynur Əliyeva", "disk lost", AT));
        assertThat(Continuation.parse(said.signed(NEXT, NEXT))).isEmpty();
        assertThat(Continuation.parse(said.signed(Keys.LOG, Keys.LOG))).isEmpty();
        String text = new String(said.signed(Keys.LOG, NEXT), StandardCharsets.UTF_8);
        byte[] altered = text.replace("seen 10", "seen 6").getBytes(StandardCharsets.UTF_8);
        assertThat(Continuation.parse(altered)).isEmpty();
        assertThat(Checkpoint.parse(said.signed(Keys.LOG, NEXT))).isEmpty();
    }

    @Test
    void aWitnessThatSawMoreThanWasRestoredFollowsFromThere() throws IOException {
        TransparencyLog log = restored(10, 6);
        assertThat(ask(log, 0)).isEqualTo(new WitnessAnswer.Stale(6));
        assertThat(ask(log, 6)).isInstanceOf(WitnessAnswer.Cosigned.class);
        assertThat(home.continuations()).hasSize(1);
        assertThat(home.seen(Keys.ORIGIN).size()).isEqualTo(10);
    }

    @Test
    void aWitnessThatSawLessHoldsTheNextLogToIt() throws IOException {
        TransparencyLog log = restored(4, 6);
        assertThat(ask(log, 0)).isEqualTo(new WitnessAnswer.Stale(4));
        assertThat(ask(log, 4)).isInstanceOf(WitnessAnswer.Cosigned.class);
    }

    @Test
    void theEndedLogIsCosignedNoMore() throws IOException {
        restored(10, 6);
        TransparencyLog ended = filled(new MemoryFiles(), 12);
        assertThat(ask(ended, 10))
                .isEqualTo(new WitnessAnswer.Refused(WitnessAnswer.Why.UNKNOWN_LOG));
    }

    @Test
    void nobodyElseNamesWhoGoesOn() throws IOException {
        NoteSigner stranger = Keys.signer("stranger.example/log", NoteKey.Use.LOG);
        TreeHead head = filled(new MemoryFiles(), 6).checkpoint().head();
        Continuation said =
                new Continuation(stranger.key(), head, 6, NEXT.key(), statement(head, 6).words());
        assertThatThrownBy(() -> home.follow(said.signed(stranger, NEXT)))
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining("not followed");
        assertThat(home.logs().keySet()).containsExactly(Keys.ORIGIN);
    }

    @Test
    void anotherTreeThanWasSeenIsRefused() throws IOException {
        try (TransparencyLog lost = filled(new MemoryFiles(), 6)) {
            ask(lost, 0);
        }
        TransparencyLog other = TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        for (int i = 0; i < 6; i++) {
            other.append(new byte[] {(byte) i});
        }
        Continuation said = statement(other.checkpoint().head(), 6);
        assertThatThrownBy(() -> home.follow(said.signed(Keys.LOG, NEXT)))
                .isInstanceOf(LogRefused.class);
        assertThat(home.logs().keySet()).containsExactly(Keys.ORIGIN);
    }
}
