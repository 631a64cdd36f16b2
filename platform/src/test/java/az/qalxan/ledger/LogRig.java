package az.qalxan.ledger;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.audit.AuditedAct;
import az.qalxan.audit.JournalParts;
import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.FreshDatabase;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance's log, put together by hand over a database and a data folder. */
public final class LogRig {

    final Sequencer sequencer;
    final Placing placing;
    final EntryStore entries;
    final LogHome home;
    private final Clock clock;
    private final LogKey key;
    private final Ledger ledger;
    private final Continuing continuing;
    private final PublishedLog published;
    private final Completeness completeness;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate transaction;

    public LogRig(FreshDatabase database, Path data) {
        this(database, data, new MockEnvironment());
    }

    LogRig(FreshDatabase database, Path data, MockEnvironment environment) {
        SecureRandom random = new SecureRandom();
        this.clock = new Ticking(Instant.now().plusSeconds(600));
        DataFolder folder = DataFolder.open(data);
        this.jdbc = database.jdbc();
        this.manager = database.manager();
        this.transaction = new TransactionTemplate(manager);
        this.audit = JournalParts.log(jdbc, clock);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("leaves", JournalParts.leaves(jdbc));
        var source = beans.getBeanProvider(LedgerSource.class);
        Blinding blinding = new Blinding(folder);
        Leaves leaves = new Leaves(blinding);
        KeptFacts facts = new KeptFacts(jdbc, random);
        this.key = new LogKey(folder, environment, random);
        this.entries = new EntryStore(jdbc);
        this.home = new LogHome(jdbc, environment);
        this.placing = new Placing(facts, entries, leaves, source, random);
        this.sequencer = new Sequencer(entries, placing, home, key, folder, clock, manager);
        this.published =
                new PublishedLog(
                        home,
                        key,
                        folder,
                        sequencer,
                        new RowCheck.Rows(facts, entries, leaves, blinding, source),
                        manager);
        this.continuing =
                new Continuing(
                        entries, new ContinuationStore(jdbc), facts, home, key, folder, clock);
        this.completeness = new Completeness(entries, blinding, home, key, source, manager);
        this.ledger =
                new Ledger(
                        facts,
                        entries,
                        new Bundling(
                                facts,
                                entries,
                                leaves,
                                sequencer,
                                home,
                                key,
                                beans.getBeanProvider(CheckpointSeals.class),
                                manager),
                        new Erasing(facts, entries, source, clock));
    }

    /** A clock that never goes back: a millisecond further at each look. */
    private static final class Ticking extends Clock {

        private Instant now;

        private Ticking(Instant start) {
            this.now = start;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public Clock clock() {
        return clock;
    }

    public PublishedLog published() {
        return published;
    }

    public Continuing continuing() {
        return continuing;
    }

    public Completeness completeness() {
        return completeness;
    }

    public AuditLog audit() {
        return audit;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public PlatformTransactionManager manager() {
        return manager;
    }

    /** Brings what waits into the log. */
    public void catchUp() {
        sequencer.goOn();
    }

    /** Somebody does something to a subject. */
    public void act(String account, String kind, String id) {
        AuditedAct looked =
                new AuditedAct() {
                    @Override
                    public String code() {
                        return "test.thing.viewed";
                    }

                    @Override
                    public String meaning() {
                        return "Somebody looked.";
                    }
                };
        as(
                account,
                () ->
                        audit.record(
                                looked,
                                new AuditSubject(kind, id),
                                Map.of("purpose", "çünki \"lazım\" idi")));
    }

    UUID fact(LedgerFact fact) {
        UUID[] id = new UUID[1];
        as("somebody", () -> id[0] = ledger.record(fact));
        return Objects.requireNonNull(id[0]);
    }

    Ledger ledger() {
        return ledger;
    }

    void asSystem(Runnable work) {
        ActingAs.run(
                TransactionIdentity.job("ledger"),
                () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** Does work whose transaction is undone at its end. */
    public void undone(Runnable work) {
        ActingAs.run(
                TransactionIdentity.job("ledger"),
                () ->
                        transaction.executeWithoutResult(status -> {
                            work.run();
                            status.setRollbackOnly();
                        }));
    }

    /** Writes the batches to the log, and is then killed. */
    void appendOnly() throws IOException {
        sequencer.close();
        List<EntryStore.Batch> batches = new ArrayList<>();
        asSystem(() -> batches.addAll(entries.batches()));
        try (TransparencyLog log = home.open(key.signer())) {
            for (EntryStore.Batch batch : batches) {
                log.append(Framed.read(batch.entries()));
            }
        }
    }

    public void close() {
        sequencer.close();
    }

    private void as(String account, Runnable work) {
        ActingAs.run(
                new TransactionIdentity(account, "dtx", "investigator", ""),
                () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
