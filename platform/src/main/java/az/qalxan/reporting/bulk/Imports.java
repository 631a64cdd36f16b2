package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.ReportCheck;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Imports files: while two batches are being stored the next is being read by the engines, so both
 * cores work. What was running when the platform stopped goes on when it starts.
 */
@Component
class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final int COPY_BYTES = 1 << 16;

    private final ImportStore store;
    private final ReportCheck check;
    private final Intake intake;
    private final DataFolder folder;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** Few batches hold a connection before their turn, or all could wait for each other's. */
    private final Semaphore ahead = new Semaphore(2);

    Imports(ImportStore store, ReportCheck check, Intake intake, DataFolder folder) {
        this.store = store;
        this.check = check;
        this.intake = intake;
        this.folder = folder;
    }

    /**
     * A received file and what its first reading found.
     *
     * @param repeated whether the caller's body had sent the same file before; the id is that of
     *     the earlier import then, and the preview only counts
     */
    record Received(UUID id, ImportFile.Preview preview, boolean repeated) {}

    /** Keeps the file, reads it once, and registers it unless it is unreadable or known. */
    Received receive(String fileName, InputStream content, String roles) {
        UUID id = UUID.randomUUID();
        Path path = path(id);
        String sha256 = copy(content, path);
        Optional<ImportStatus> known = store.same(sha256);
        if (known.isPresent()) {
            delete(path);
            return repeated(known.get());
        }
        ImportFile.Preview preview = new ImportFile(path, check).preview();
        if (preview.unreadable().isPresent()) {
            delete(path);
            return new Received(id, preview, false);
        }
        ImportStore.Checked file =
                new ImportStore.Checked(
                        id,
                        roles,
                        fileName,
                        sha256,
                        path.toFile().length(),
                        preview.rows(),
                        preview.wrong());
        return add(file) ? new Received(id, preview, false) : repeated(sha256);
    }

    private boolean add(ImportStore.Checked file) {
        try {
            store.add(file);
            return true;
        } catch (DuplicateKeyException e) {
            delete(path(file.id()));
            return false;
        }
    }

    private Received repeated(String sha256) {
        return repeated(store.same(sha256).orElseThrow());
    }

    private static Received repeated(ImportStatus known) {
        return new Received(known.id(), known.counts(), true);
    }

    /** Deletes the file of an import that is over. */
    void forget(UUID id) {
        delete(path(id));
    }

    /** The first reading again, for a page that shows a checked file. */
    ImportFile.Preview preview(UUID id) {
        return new ImportFile(path(id), check).preview();
    }

    /** Starts or goes on with an import whose state is running. */
    void start(ImportStatus status) {
        if (working.add(status.id())) {
            workers.execute(() -> work(status));
        }
    }

    /** Whether a file is being imported by this process. */
    boolean busy() {
        return !working.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        ActingAs.call(TransactionIdentity.job("import"), store::running).forEach(this::start);
    }

    private void work(ImportStatus status) {
        TransactionIdentity identity =
                new TransactionIdentity(status.account(), status.body(), status.roles(), "");
        ActingAs.run(
                identity,
                () -> {
                    try {
                        run(status.id(), identity);
                    } catch (IOException e) {
                        LOG.error("import {} stopped: its file cannot be read", status.id(), e);
                        store.move(status.id(), "running", "paused");
                    } finally {
                        working.remove(status.id());
                    }
                });
    }

    /**
     * Reads one batch while the two before it are being stored: the database works on both, and
     * each ends its transaction only after the one before it has.
     */
    private void run(UUID id, TransactionIdentity identity) throws IOException {
        int done = store.find(id).orElseThrow().done();
        CompletableFuture<Boolean> older = CompletableFuture.completedFuture(true);
        CompletableFuture<Boolean> newer = older;
        try (ImportFile.Rows rows = new ImportFile(path(id), check).rows(done)) {
            CompletableFuture<Step> next = read(rows);
            while (older.join() && !stopping) {
                Step step = next.join();
                if (step.taken() == 0) {
                    if (newer.join() && store.move(id, "running", "done")) {
                        delete(path(id));
                    }
                    return;
                }
                next = read(rows);
                older = newer;
                newer = keep(new Turn(identity, id, done, newer), step);
                done += step.taken();
            }
            next.join();
            newer.join();
        }
    }

    /** Whose import, from which row on, and the batch that has to be stored first. */
    private record Turn(
            TransactionIdentity identity, UUID id, int done, CompletableFuture<Boolean> before) {}

    /** A batch that the engines have read. */
    private record Step(int taken, int right, Intake.Prepared prepared) {}

    private CompletableFuture<Step> read(ImportFile.Rows rows) {
        return CompletableFuture.supplyAsync(
                () -> {
                    ImportFile.Rows.Batch batch = rows.next(Intake.BATCH_MAX);
                    return new Step(
                            batch.taken(), batch.right().size(), intake.prepare(batch.right()));
                },
                workers);
    }

    /** Stores a batch and moves the mark in one transaction; false when it is no longer wanted. */
    private CompletableFuture<Boolean> keep(Turn turn, Step step) {
        return CompletableFuture.supplyAsync(
                () -> ActingAs.call(turn.identity(), () -> stored(turn, step)), workers);
    }

    private boolean stored(Turn turn, Step step) {
        boolean early = ahead.tryAcquire();
        try {
            if (!early && !turn.before().join()) {
                return false;
            }
            intake.store(step.prepared(), () -> advance(turn, step));
            return true;
        } catch (Paused e) {
            return false;
        } finally {
            if (early) {
                ahead.release();
            }
        }
    }

    private void advance(Turn turn, Step step) {
        if (!turn.before().join()
                || !store.advance(turn.id(), turn.done(), step.taken(), step.right())) {
            throw new Paused();
        }
    }

    /** Rolls a batch back whose import was paused meanwhile. */
    private static final class Paused extends IllegalStateException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void destroy() {
        stopping = true;
        workers.close();
    }

    private Path path(UUID id) {
        return folder.subfolder("imports").resolve(id + ".csv");
    }

    private static String copy(InputStream content, Path path) {
        try (DigestInputStream in =
                new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
                copy(in, out, path);
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void copy(InputStream in, OutputStream out, Path path) throws IOException {
        byte[] buffer = new byte[COPY_BYTES];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > ImportFile.BYTES_MAX) {
                delete(path);
                throw ProblemFound.of(WebProblem.TOO_LARGE);
            }
            out.write(buffer, 0, read);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
