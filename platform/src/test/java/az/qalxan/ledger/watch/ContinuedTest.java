package az.qalxan.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.database.ActingAs;
import az.qalxan.database.FreshDatabase;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.WitnessHome;
import az.qalxan.engines.ledger.WitnessServer;
import az.qalxan.ledger.ContinuedLog;
import az.qalxan.ledger.Continuing;
import az.qalxan.ledger.LogRig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation that was restored from an older backup, its log, and a real witness. */
class ContinuedTest {

    private static final Continuing.Order ORDER =
            new Continuing.Order("Aynur Əliyeva", "the disk was lost", "", false);

    @TempDir static Path server;
    private static FreshDatabase database;

    @TempDir Path folder;
    private Path home;
    private LogRig rig;
    private LogAlarms alarms;
    private CheckpointBook book;
    private WitnessHome.Opened opened;
    private WitnessServer witness;
    private NoteKey witnessKey;

    @BeforeAll
    static void start() {
        database = FreshDatabase.start(server);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** 300 entries are in the backup; 40 more were signed and cosigned after it. */
    @BeforeEach
    void restore() throws IOException {
        database.asAdministrator(
                "drop schema if exists kept cascade",
                "set session_replication_role = replica",
                "truncate audit.event, audit.waiting, ledger.entry, ledger.fact, ledger.waiting,"
                        + " ledger.batch, ledger.file, ledger.checkpoint, ledger.witness,"
                        + " ledger.cosignature, ledger.stamp, ledger.alarm, ledger.continuation",
                "update ledger.standing set size = 0, at = null, held = null");
        rig = new LogRig(database, folder.resolve("one"));
        book = new CheckpointBook(rig.jdbc(), Clock.systemUTC());
        alarms = new LogAlarms(rig.jdbc(), rig.audit(), event -> {}, Clock.systemUTC());
        acts(300);
        home = folder.resolve("witness");
        witnessKey =
                WitnessHome.create(home, new KeyName("din.example/witness"), new SecureRandom());
        new WitnessHome(home).follow(rig.published().key(), rig.published().key().name().value());
        serve();
        feed();
        database.asAdministrator(Alarmed.KEEP);
        acts(40);
        feed();
        rig.close();
        database.asAdministrator(Alarmed.PUT_BACK);
        Alarmed.forgetLastSeen(folder.resolve("one"));
        FreshDatabase.restored(folder.resolve("one"));
        rig = new LogRig(database, folder.resolve("one"));
        acts(5);
    }

    @AfterEach
    void end() throws IOException {
        witness.close();
        opened.close();
    }

    private void serve() throws IOException {
        opened = new WitnessHome(home).open(Clock.systemUTC());
        witness =
                WitnessServer.start(
                        opened.witness(), new InetSocketAddress("127.0.0.1", 0), line -> {});
    }

    private void acts(int count) {
        for (int i = 0; i < count; i++) {
            rig.act("officer-" + i % 3, "case", "c-" + i % 5);
        }
        rig.catchUp();
    }

    private void feed() {
        KnownWitness known =
                new KnownWitness(
                        URI.create("http://127.0.0.1:" + witness.port() + "/"), witnessKey);
        WatchSettings settings =
                new WatchSettings(
                        List.of(known),
                        Duration.ofHours(1),
                        Optional.empty(),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
        new Feeding(
                        rig.published(),
                        book,
                        new WitnessCalls(),
                        alarms,
                        settings,
                        Clock.systemUTC(),
                        rig.manager())
                .feed(List.of(known));
    }

    private Continuing.Outcome go(Continuing.Order order) {
        TransactionTemplate transaction = new TransactionTemplate(rig.manager());
        return ActingAs.call(
                Feeding.JOB,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    Continuing.Outcome came = rig.continuing().go(order, 0);
                                    if (came instanceof Continuing.Outcome.Done(var went)
                                            && !went.sameName()) {
                                        book.begin(went.size());
                                    }
                                    return came;
                                })));
    }

    private ContinuedLog goOn() {
        return ((Continuing.Outcome.Done) go(ORDER)).log();
    }

    private void witnessFollows(ContinuedLog went) throws IOException {
        witness.close();
        opened.close();
        new WitnessHome(home).follow(went.statement().getBytes(StandardCharsets.UTF_8));
        serve();
    }

    @Test
    void aRestoredCopySignsNothingAndSpeaksToNobody() {
        feed();
        assertThat(rig.published().state().held()).contains("restored");
        assertThat(rig.published().state().size()).isEqualTo(300);
        assertThat(Alarmed.kinds(rig, alarms)).isEmpty();
        assertThat(Alarmed.cosignatures(rig, book)).isEmpty();
    }

    @Test
    void itGoesOnUnderAnotherNameAndTheWitnessFollowsByTheStatement() throws IOException {
        String ended = rig.published().key().name().value();
        ContinuedLog went = goOn();
        assertThat(went.endedName()).isEqualTo(ended);
        assertThat(went.name()).isEqualTo(ended + "/2");
        assertThat(went.size()).isEqualTo(300);
        assertThat(went.words().restoredFrom()).isEqualTo("backup.zip of 2026-11-27T20:00:00Z");
        witnessFollows(went);
        acts(7);
        feed();
        assertThat(Alarmed.kinds(rig, alarms)).isEmpty();
        assertThat(Alarmed.troubles(rig, book)).isEmpty();
        assertThat(Alarmed.cosignatures(rig, book))
                .extracting(CheckpointBook.Cosignature::size)
                .containsExactly(300 + 5 + 1 + 7L);
        assertThat(rig.published().verify(done -> {}).findings()).isEmpty();
    }

    @Test
    void aWitnessThatWasNotToldRaisesNoFalseAlarm() {
        goOn();
        acts(1);
        feed();
        assertThat(Alarmed.troubles(rig, book)).containsExactly("unknown-log");
        assertThat(Alarmed.kinds(rig, alarms)).isEmpty();
    }

    @Test
    void theNextStartKnowsTheNewKey() {
        ContinuedLog went = goOn();
        acts(1);
        rig.close();
        rig = new LogRig(database, folder.resolve("one"));
        acts(1);
        assertThat(rig.published().key().text()).isEqualTo(went.key());
        assertThat(rig.published().state().size()).isEqualTo(300 + 5 + 1 + 2);
        assertThat(rig.published().verify(done -> {}).findings()).isEmpty();
    }

    @Test
    void whatStoppedBeforeItsEndIsSaidOnceMore() {
        rig.undone(() -> rig.continuing().go(ORDER, 0));
        assertThat(rig.published().state().held()).contains("restored");
        rig.close();
        rig = new LogRig(database, folder.resolve("one"));
        Continuing.Outcome again =
                go(new Continuing.Order("Aynur Əliyeva", "the disk was lost", "backup.zip", false));
        ContinuedLog went = ((Continuing.Outcome.Done) again).log();
        assertThat(went.name()).endsWith("/3");
        acts(1);
        assertThat(rig.published().verify(done -> {}).findings()).isEmpty();
    }

    @Test
    void theSameNameIsForThoseWhoLostNothingAndAWitnessFindsOutOtherwise() {
        Continuing.Outcome said =
                go(new Continuing.Order("Aynur Əliyeva", "planned move", "", true));
        assertThat(((Continuing.Outcome.Done) said).log().sameName()).isTrue();
        acts(1);
        feed();
        assertThat(Alarmed.kinds(rig, alarms)).containsExactly("gap");
        assertThat(rig.published().state().held()).contains("shorter");
    }

    @Test
    void aLogThatGoesOnIsNotRenamedByTheWay() {
        goOn();
        acts(1);
        assertThat(go(ORDER)).isInstanceOf(Continuing.Outcome.Refused.class);
    }
}
