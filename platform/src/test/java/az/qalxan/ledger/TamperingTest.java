package az.qalxan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.database.FreshDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What an administrator of the database does to journal and log, and what crashes do. */
class TamperingTest {

    private static final int ACTS = 600;

    @TempDir static Path server;
    private static FreshDatabase database;

    @TempDir Path folder;
    private LogRig rig;

    @BeforeAll
    static void start() {
        database = FreshDatabase.start(server);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        database.asAdministrator(
                "drop schema if exists kept cascade",
                "set session_replication_role = replica",
                "truncate audit.event, audit.waiting, audit.erasure, ledger.entry, ledger.fact,"
                        + " ledger.waiting, ledger.batch, ledger.file",
                "update ledger.standing set size = 0, at = null, held = null");
        rig = new LogRig(database, folder.resolve("one"));
        acts(rig, ACTS);
    }

    private static void acts(LogRig rig, int count) {
        for (int i = 0; i < count; i++) {
            rig.act("officer-" + i % 7, "case", "c-" + i % 11);
        }
        rig.catchUp();
    }

    private VerificationReport verify() {
        return rig.published().verify(done -> {});
    }

    private List<Finding.Kind> kinds() {
        return verify().findings().stream().map(Finding::kind).toList();
    }

    private void spoil(String... statements) {
        List<String> all = new ArrayList<>(List.of("set session_replication_role = replica"));
        all.addAll(List.of(statements));
        database.asAdministrator(all.toArray(String[]::new));
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        VerificationReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(ACTS);
    }

    @Test
    void theLogMayGoOnWhileItIsVerified() {
        AtomicBoolean begun = new AtomicBoolean();
        VerificationReport report =
                rig.published()
                        .verify(done -> {
                            if (!begun.getAndSet(true)) {
                                CompletableFuture.runAsync(() -> acts(rig, 5)).join();
                            }
                        });
        assertThat(begun).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(ACTS);
    }

    @Test
    void actsThatTrickleInGather() {
        rig.act("somebody", "case", "c-1");
        rig.sequencer.look();
        assertThat(rig.published().state().size()).as("after quiet, at once").isEqualTo(ACTS + 1);
        for (int look = 0; look < 9; look++) {
            rig.act("somebody", "case", "c-1");
            rig.sequencer.look();
        }
        assertThat(rig.published().state().size()).as("written lately").isEqualTo(ACTS + 1);
        rig.sequencer.look();
        assertThat(rig.published().state().size()).isEqualTo(ACTS + 10);
        rig.act("somebody", "case", "c-1");
        rig.sequencer.hurry();
        rig.sequencer.look();
        assertThat(rig.published().state().size()).as("somebody waits").isEqualTo(ACTS + 11);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void anAbsurdTimeKeepsNothingOutOfTheLog() {
        rig.fact(
                new LedgerFact(
                        "custody",
                        "exhibit/1",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Instant.parse("1127-04-01T08:00:00Z")));
        acts(rig, 3);
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().size()).isEqualTo(ACTS + 4);
    }

    @Test
    void anEditedRowIsFound() {
        spoil(
                "update audit.event set account = 'nobody' where sequence ="
                        + " (select min(sequence) + 300 from audit.event)");
        assertThat(kinds()).containsExactly(Finding.Kind.CHANGED);
    }

    @Test
    void anEditedTimeOrCircumstanceIsFound() {
        spoil(
                "update audit.event set at = at + interval '1 microsecond' where sequence ="
                        + " (select min(sequence) + 10 from audit.event)",
                "update audit.event set circumstances = '{}' where sequence ="
                        + " (select min(sequence) + 11 from audit.event)");
        assertThat(kinds()).containsExactly(Finding.Kind.CHANGED, Finding.Kind.CHANGED);
    }

    @Test
    void aDeletedRowIsFound() {
        spoil(
                "delete from audit.event where sequence ="
                        + " (select min(sequence) + 299 from audit.event)");
        assertThat(kinds()).containsExactly(Finding.Kind.MISSING);
    }

    @Test
    void aRowDeletedWithItsPlaceIsFound() {
        spoil(
                "delete from ledger.entry where place = 299",
                "delete from audit.event where sequence ="
                        + " (select min(sequence) + 299 from audit.event)");
        assertThat(kinds()).containsExactly(Finding.Kind.MISSING);
    }

    @Test
    void exchangedRowsAreFound() {
        spoil(
                "create schema kept",
                "create table kept.numbers as select min(sequence) as first from audit.event",
                "alter table audit.event alter column sequence drop identity",
                "update audit.event set sequence = -1 where sequence = (select first + 5 from"
                        + " kept.numbers)",
                "update audit.event set sequence = (select first + 5 from kept.numbers)"
                        + " where sequence = (select first + 6 from kept.numbers)",
                "update audit.event set sequence = (select first + 6 from kept.numbers)"
                        + " where sequence = -1",
                "alter table audit.event alter column sequence add generated always as identity",
                "select setval(pg_get_serial_sequence('audit.event', 'sequence'),"
                        + " (select max(sequence) from audit.event))");
        assertThat(kinds()).containsExactly(Finding.Kind.CHANGED, Finding.Kind.CHANGED);
    }

    @Test
    void anInsertedRowThatAvoidsTheQueueIsFound() {
        spoil(
                "insert into audit.event (at, act, subject_kind, subject_id, circumstances)"
                        + " values (now(), 'x', 'case', 'c-1', '{}')");
        assertThat(kinds()).containsExactly(Finding.Kind.UNLOGGED);
    }

    @Test
    void aChangedLogIsFoundAndNotGoneOnWith() {
        spoil(
                "update ledger.file set bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40))"
                        + " where path = 'tile/0/000'");
        assertThat(kinds()).contains(Finding.Kind.LOG);
    }

    @Test
    void erasureIsAllowedOnceItIsTold() {
        long number = first();
        rig.asSystem(() -> assertThat(rig.ledger().eraseRecord(number, "court order 7")).isTrue());
        rig.catchUp();
        VerificationReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(1);
    }

    @Test
    void erasureByTheAdministratorIsFound() {
        spoil("update ledger.entry set salt = null where place = 7");
        assertThat(kinds()).containsExactly(Finding.Kind.ERASED_UNTOLD);
    }

    @Test
    void anErasedFactCannotBeGuessedAndStaysProven() {
        byte[] content = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        var id = rig.fact(new LedgerFact("custody", "exhibit/1", content, Instant.now()));
        rig.catchUp();
        rig.asSystem(() -> assertThat(rig.ledger().erase(id, "court order 8")).isTrue());
        rig.catchUp();
        assertThat(verify().findings()).isEmpty();
        var item = rig.ledger().bundle(List.of(id)).items().getFirst();
        assertThat(item.opening()).isNull();
        assertThat(item.proof().check(item.entry().bytes()).proven()).isTrue();
    }

    private long first() {
        List<Long> found = new ArrayList<>();
        rig.asSystem(() ->
                found.add(
                        rig.jdbc()
                                .sql("select min(sequence) from audit.event")
                                .query(Long.class)
                                .single()));
        return found.getFirst();
    }

    private static final String[] KEEP = {
        "create schema kept",
        "create table kept.event as table audit.event",
        "create table kept.entry as table ledger.entry",
        "create table kept.file as table ledger.file",
        "create table kept.standing as table ledger.standing"
    };

    private static final String[] PUT_BACK = {
        "set session_replication_role = replica",
        "truncate audit.event, audit.waiting, ledger.entry, ledger.file, ledger.batch",
        "insert into audit.event overriding system value select * from kept.event",
        "insert into ledger.entry select * from kept.entry",
        "insert into ledger.file select * from kept.file",
        "update ledger.standing s set size = k.size, at = k.at from kept.standing k"
    };

    @Test
    void aRestoredOlderDatabaseIsFoundAndNotGoneOnWith() {
        database.asAdministrator(KEEP);
        acts(rig, 50);
        database.asAdministrator(PUT_BACK);
        assertThat(kinds()).containsExactly(Finding.Kind.SHORTER);
        acts(rig, 5);
        assertThat(rig.published().state().held()).contains("shorter");
        assertThat(rig.published().state().size()).isEqualTo(ACTS);
        assertThat(kinds()).containsExactly(Finding.Kind.SHORTER);
    }

    @Test
    void twoInstancesWriteOneLog() throws IOException {
        Path other = folder.resolve("two/secrets");
        Files.createDirectories(other);
        for (String secret : List.of("ledger-log.key", "ledger-subjects")) {
            Files.copy(folder.resolve("one/secrets").resolve(secret), other.resolve(secret));
        }
        LogRig second = new LogRig(database, folder.resolve("two"));
        CompletableFuture<Void> beside =
                CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 40; i++) {
                        acts(second, 5);
                    }
                });
        for (int i = 0; i < 40; i++) {
            acts(rig, 5);
        }
        beside.join();
        rig.catchUp();
        second.catchUp();
        assertThat(verify().findings()).isEmpty();
        assertThat(second.published().verify(done -> {}).findings()).isEmpty();
        assertThat(rig.published().state().size()).isEqualTo(ACTS + 400);
    }

    @Test
    void whatWasSignedButNeverCommittedNeverWas() throws IOException {
        rig.act("somebody", "case", "c-1");
        rig.undone(() -> rig.sequencer.step());
        Files.delete(folder.resolve("one/ledger/last-seen"));
        acts(rig, 3);
        assertThat(verify().findings()).isEmpty();
        assertThat(rig.published().state().size()).isEqualTo(ACTS + 4);
    }

    @Test
    void inAFolderACrashBetweenPlacesAndLogLosesAndDoublesNothing() throws IOException {
        database.asAdministrator(
                "truncate ledger.entry, ledger.file, ledger.batch",
                "update ledger.standing set size = 0, at = null, held = null",
                "insert into audit.waiting select sequence from audit.event");
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty("qalxan.ledger.folder", folder.resolve("log").toString());
        rig = new LogRig(database, folder.resolve("three"), environment);
        rig.asSystem(() -> rig.placing.take(0));
        assertThat(rig.published().checkpoint()).isEmpty();

        rig = new LogRig(database, folder.resolve("three"), environment);
        acts(rig, 10);
        rig.act("somebody", "case", "c-1");
        rig.asSystem(() -> rig.placing.take(ACTS + 10));
        rig.appendOnly();

        rig = new LogRig(database, folder.resolve("three"), environment);
        acts(rig, 10);
        assertThat(verify().findings()).isEmpty();
        assertThat(rig.published().state().size()).isEqualTo(ACTS + 21);
    }

    @Test
    void aFolderThatIsAheadOfTheRowsGoesOnAndTellsWhatIsLost() {
        database.asAdministrator(
                "truncate ledger.entry, ledger.file, ledger.batch",
                "update ledger.standing set size = 0, at = null, held = null",
                "insert into audit.waiting select sequence from audit.event");
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty("qalxan.ledger.folder", folder.resolve("log").toString());
        rig = new LogRig(database, folder.resolve("four"), environment);
        rig.catchUp();
        database.asAdministrator(KEEP);
        acts(rig, 20);
        rig.close();
        database.asAdministrator(PUT_BACK);
        rig = new LogRig(database, folder.resolve("four"), environment);
        acts(rig, 5);
        assertThat(rig.published().state().size()).isEqualTo(ACTS + 25);
        assertThat(kinds()).hasSize(20).containsOnly(Finding.Kind.MISSING);
    }
}
