package az.qalxan.ledger;

import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.Restored;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogAudit;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.TreeHash;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The signed log, for whoever reads, watches and verifies it. */
@Component
public class PublishedLog {

    /** Paths of tiles of hashes; what the leaves are is given to nobody in passing. */
    private static final Pattern TILE =
            Pattern.compile("tile/[0-9]{1,2}/(x[0-9]{3}/){0,6}[0-9]{3}(\\.p/[0-9]{1,3})?");

    private static final String PARTIAL = ".p/";
    private static final int TILE_BYTES_MAX = 8_192;

    private final LogHome home;
    private final LogKey key;
    private final DataFolder folder;
    private final LastSeen seen;
    private final Sequencer sequencer;
    private final RowCheck.Rows rows;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    PublishedLog(
            LogHome home,
            LogKey key,
            DataFolder folder,
            Sequencer sequencer,
            RowCheck.Rows rows,
            PlatformTransactionManager manager) {
        this.home = home;
        this.key = key;
        this.folder = folder;
        this.seen = new LastSeen(folder);
        this.sequencer = sequencer;
        this.rows = rows;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * How far the log has come.
     *
     * @param held why it goes no further, the end of message key {@code ledger.hold.<held>}
     */
    public record State(long size, Optional<Instant> at, Optional<String> held) {}

    /** The public key; its name is the log's. */
    public NoteKey key() {
        return key.key();
    }

    /** How far the log has come. */
    public State state() {
        EntryStore.Head head = inTransaction(rows.entries()::head);
        return new State(head.size(), head.at(), head.held());
    }

    /** Whether this is a restored copy of which nobody has said how its log goes on. */
    public boolean awaitsDecision() {
        return Restored.in(folder).isPresent();
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<Checkpoint> checkpoint() {
        return inTransaction(home::checkpoint);
    }

    /** Brings what waits into the log now, as far as no other instance is at it. */
    public void catchUp() {
        sequencer.goOn();
    }

    /**
     * A tile of hashes by its path after C2SP tlog-tiles; empty where there is none. Of a partial
     * one that has become full, the beginning of the full one.
     */
    public Optional<byte[]> tile(String path) {
        return TILE.matcher(path).matches()
                ? inTransaction(() -> {
                    Optional<byte[]> stored = home.files().read(path, TILE_BYTES_MAX);
                    return stored.isPresent() ? stored : beginning(path);
                })
                : Optional.empty();
    }

    private Optional<byte[]> beginning(String path) throws IOException {
        int partial = path.indexOf(PARTIAL);
        if (partial < 0) {
            return Optional.empty();
        }
        int bytes = TreeHash.BYTES * Integer.parseInt(path.substring(partial + PARTIAL.length()));
        return home.files()
                .read(path.substring(0, partial), TILE_BYTES_MAX)
                .filter(full -> full.length >= bytes)
                .map(full -> Arrays.copyOf(full, bytes));
    }

    /** That the tree of an older size is the beginning of that checkpoint's. */
    public List<TreeHash> consistency(long older, Checkpoint newer) {
        return inTransaction(() -> new LogReader(home.files(), newer).consistency(older));
    }

    /** Lets the log go no further until somebody has looked. */
    public void hold(boolean shorter) {
        inTransaction(() -> {
            rows.entries().hold((shorter ? Hold.SHORTER : Hold.OTHER).code());
            return true;
        });
    }

    /**
     * Reckons every tile and the root anew, holds every row against its leaf, and looks for rows
     * that are no leaf. Reads one snapshot, so that the log may go on meanwhile.
     *
     * @param progress is told how many leaves of twice the log's size were read
     */
    public VerificationReport verify(LongConsumer progress) {
        Optional<Checkpoint> before = inTransaction(seen::last);
        return ActingAs.call(
                Sequencer.JOB,
                () ->
                        Objects.requireNonNull(
                                snapshot.execute(status -> verifyAll(before, progress))));
    }

    /**
     * @param before what this machine had seen when the snapshot was taken; what it sees while the
     *     log goes on is ahead of it
     */
    private VerificationReport verifyAll(Optional<Checkpoint> before, LongConsumer progress) {
        RowCheck check = new RowCheck(rows);
        try {
            LogAudit.Report log = LogAudit.of(home.files(), List.of(key.key()), progress);
            log.findings()
                    .forEach(one -> check.find(new Finding(Finding.Kind.LOG, -1, one.path())));
            LastSeen.differs(before, home)
                    .ifPresent(hold ->
                            check.find(
                                    new Finding(
                                            hold == Hold.SHORTER
                                                    ? Finding.Kind.SHORTER
                                                    : Finding.Kind.OTHER,
                                            -1,
                                            "checkpoint")));
            Optional<LogReader> reader = log.clean() ? home.reader() : Optional.empty();
            if (reader.isPresent()) {
                check.run(reader.get(), done -> progress.accept(log.size() + done));
            }
            return new VerificationReport(
                    key.origin(), log.size(), check.erased(), check.count(), check.findings());
        } catch (IOException e) {
            check.find(new Finding(Finding.Kind.LOG, -1, String.valueOf(e.getMessage())));
            return new VerificationReport(
                    key.origin(), 0, check.erased(), check.count(), check.findings());
        }
    }

    /** Work that reads files. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T inTransaction(Reading<T> reading) {
        return ActingAs.call(
                Sequencer.JOB,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    try {
                                        return reading.read();
                                    } catch (IOException e) {
                                        throw new LogUnusable("the log cannot be read", e);
                                    }
                                })));
    }
}
