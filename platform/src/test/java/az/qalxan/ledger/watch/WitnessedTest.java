package az.qalxan.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.database.FreshDatabase;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.WitnessHome;
import az.qalxan.engines.ledger.WitnessServer;
import az.qalxan.ledger.Completeness;
import az.qalxan.ledger.CompletenessCheck;
import az.qalxan.ledger.CompletenessVerdict;
import az.qalxan.ledger.LogRig;
import az.qalxan.ledger.SubjectQuestion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real witnesses, on folders of their own, watch the log of an instance. */
class WitnessedTest {

    @TempDir static Path server;
    private static @Nullable FreshDatabase started;

    @TempDir Path folder;
    private LogRig rig;
    private LogAlarms alarms;
    private CheckpointBook book;
    private WitnessServer witness;
    private KnownWitness known;

    private static FreshDatabase database() {
        if (started == null) {
            started = FreshDatabase.start(server);
        }
        return started;
    }

    @org.junit.jupiter.api.AfterAll
    static void stop() {
        Objects.requireNonNull(started).close();
    }

    @BeforeEach
    void fill() throws IOException {
        database()
                .asAdministrator(
                        "drop schema if exists kept cascade",
                        "set session_replication_role = replica",
                        "truncate audit.event, audit.waiting, ledger.entry, ledger.waiting,"
                                + " ledger.batch, ledger.file, ledger.checkpoint, ledger.witness,"
                                + " ledger.cosignature, ledger.stamp, ledger.alarm",
                        "update ledger.standing set size = 0, at = null, held = null");
        rig = new LogRig(database(), folder.resolve("one"));
        alarms = new LogAlarms(rig.jdbc(), rig.audit(), event -> {}, Clock.systemUTC());
        book = new CheckpointBook(rig.jdbc(), Clock.systemUTC());
        acts(rig, 300);
        Path home = folder.resolve("witness");
        NoteKey key =
                WitnessHome.create(home, new KeyName("din.example/witness"), new SecureRandom());
        new WitnessHome(home).follow(rig.published().key(), rig.published().key().name().value());
        witness = serve(home);
        known = new KnownWitness(URI.create("http://127.0.0.1:" + witness.port() + "/"), key);
    }

    private static WitnessServer serve(Path home) throws IOException {
        return WitnessServer.start(
                new WitnessHome(home).open(Clock.systemUTC()).witness(),
                new InetSocketAddress("127.0.0.1", 0),
                line -> {});
    }

    @AfterEach
    void end() {
        witness.close();
    }

    private static void acts(LogRig rig, int count) {
        for (int i = 0; i < count; i++) {
            rig.act("officer-" + i % 3, "case", "c-" + i % 5);
        }
        rig.catchUp();
    }

    private Feeding feeding(LogRig rig, Duration silence) {
        return new Feeding(
                rig.published(),
                book,
                new WitnessCalls(),
                alarms,
                new WatchSettings(
                        List.of(known),
                        silence,
                        Optional.empty(),
                        Duration.ofHours(1),
                        Duration.ofHours(1)),
                Clock.systemUTC(),
                rig.manager());
    }

    private void feed(LogRig rig) {
        feeding(rig, Duration.ofHours(1)).feed(List.of(known));
    }

    private List<String> raised() {
        return Alarmed.kinds(rig, alarms);
    }

    @Test
    void everyCheckpointIsCosignedAndKept() {
        feed(rig);
        acts(rig, 40);
        feed(rig);
        feed(rig);
        assertThat(raised()).isEmpty();
        List<CheckpointBook.Cosignature> kept = Alarmed.cosignatures(rig, book);
        assertThat(kept).extracting(CheckpointBook.Cosignature::size).containsExactly(340L, 300L);
        Checkpoint newest = rig.published().checkpoint().orElseThrow();
        Checkpoint cosigned = newest.with(kept.getFirst().line()).orElseThrow();
        assertThat(cosigned.trust(List.of(rig.published().key(), known.key())).witnesses())
                .isEqualTo(1);
    }

    @Test
    void aRestoredOlderCopyIsFoundByTheNextWitnessAndStops() {
        database().asAdministrator(Alarmed.KEEP);
        acts(rig, 40);
        feed(rig);
        rig.close();
        database().asAdministrator(Alarmed.PUT_BACK);
        Alarmed.forgetLastSeen(folder.resolve("one"));
        rig = new LogRig(database(), folder.resolve("one"));
        acts(rig, 5);
        feed(rig);
        assertThat(raised()).containsExactly("gap");
        assertThat(rig.published().state().held()).contains("shorter");
        long size = rig.published().state().size();
        acts(rig, 5);
        assertThat(rig.published().state().size()).isEqualTo(size);
    }

    @Test
    void aSecondHistoryIsFoundByTheNextWitnessAndStops() {
        database().asAdministrator(Alarmed.KEEP);
        acts(rig, 40);
        feed(rig);
        rig.close();
        database().asAdministrator(Alarmed.PUT_BACK);
        Alarmed.forgetLastSeen(folder.resolve("one"));
        rig = new LogRig(database(), folder.resolve("one"));
        acts(rig, 60);
        feed(rig);
        assertThat(raised()).containsExactly("fork");
        assertThat(rig.published().state().held()).contains("other");
    }

    @Test
    void aSilentWitnessIsAnAlarmOnceAndCountsOn() {
        feed(rig);
        witness.close();
        Feeding feeding = feeding(rig, Duration.ZERO);
        feeding.feed(List.of(known));
        feeding.feed(List.of(known));
        assertThat(raised()).containsExactly("silence");
        assertThat(Alarmed.troubles(rig, book)).containsExactly("unreachable");
        assertThat(rig.published().state().held()).isEmpty();
    }

    @Test
    void aListOfActsIsProvenCompleteWithoutTheSubject() throws IOException {
        feed(rig);
        Instant from = rig.clock().instant();
        acts(rig, 50);
        feed(rig);
        Path file = prove("case/c-2", from, rig.clock().instant());
        CompletenessVerdict verdict = check(file);
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.size()).isEqualTo(350);
        assertThat(verdict.acts())
                .as("of %s", verdict.question())
                .hasSize(10)
                .allMatch(one -> one.closed().isEmpty());
        assertThat(verdict.first()).isEqualTo(300);
        assertThat(verdict.startedAt()).isPresent();
        assertThat(verdict.anchoredAt().orElseThrow().index()).isEqualTo(2);
        assertThat(verdict.acts().getFirst().content())
                .contains("officer-", "test.thing.viewed")
                .doesNotContain("c-2", "lazım");
    }

    @Test
    void whateverIsLeftOutOfAProofShows() throws IOException {
        feed(rig);
        Path file = prove("case/c-2", Instant.EPOCH, rig.clock().instant());
        assertThat(check(file).acts()).hasSize(60);
        assertThat(Spoiled.check(file, "openings", Spoiled::withoutFirstLine, keys()))
                .contains(CompletenessVerdict.Flaw.LIST);
        assertThat(Spoiled.check(file, "openings", Spoiled::withAnotherName, keys()))
                .contains(CompletenessVerdict.Flaw.CONTENT);
        assertThat(Spoiled.check(file, "entries", Spoiled::withoutFirstEntry, keys()))
                .contains(CompletenessVerdict.Flaw.ROOT);
        assertThat(Spoiled.check(file, "statement.json", Spoiled::withAnotherKey, keys()))
                .contains(CompletenessVerdict.Flaw.ANCHOR, CompletenessVerdict.Flaw.LIST);
        assertThat(Spoiled.check(file, "checkpoint", Spoiled::withAnotherSize, keys()))
                .contains(CompletenessVerdict.Flaw.SIGNATURE);
    }

    @Test
    void aSubjectThatTheLogDoesNotKnowProvesNothing() throws IOException {
        feed(rig);
        Path file = prove("case/never", Instant.EPOCH, Instant.now());
        assertThat(check(file).flaws()).containsExactly(CompletenessVerdict.Flaw.ANCHOR);
    }

    @Test
    void whatAWitnessSignedTooLateCutsNothingOff() throws IOException {
        feed(rig);
        Instant from = Instant.now().minusSeconds(30);
        Path file = prove("case/c-2", from, rig.clock().instant());
        assertThat(check(file).first()).isZero();
    }

    private List<NoteKey> keys() {
        return List.of(rig.published().key(), known.key());
    }

    private CompletenessVerdict check(Path file) throws IOException {
        return CompletenessCheck.of(file, keys());
    }

    private Path prove(String subject, Instant from, Instant until) throws IOException {
        SubjectQuestion question = new SubjectQuestion(subject, from, until);
        Path file = folder.resolve("proof.zip");
        Checkpoint end = rig.published().checkpoint().orElseThrow();
        @Nullable Checkpoint start = Alarmed.start(rig, book, question.signedBy());
        try (OutputStream out = Files.newOutputStream(file)) {
            rig.completeness()
                    .write(
                            question,
                            new Completeness.Frame(
                                    start, end, List.of(known.key()), accounts -> Map.of()),
                            out);
        }
        return file;
    }
}
