package az.qalxan.evidence.dossier;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.vault.DamagedBytes;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes exports in the background, on behalf of whoever ordered them. What a dying process leaves
 * unfinished shows as stopped and is ordered anew; nothing was handed out by then.
 */
@Component
class DossierWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DossierWork.class);
    private static final int AT_ONCE = 2;
    private static final long BEAT_SECONDS = 30;

    private final DossierWriting writing;
    private final DossierStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService runner = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, Caller> running = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    DossierWork(
            DossierWriting writing,
            DossierStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.writing = writing;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    void start(Dossier dossier, Caller caller) {
        running.put(dossier.id(), caller);
        runner.execute(() -> ActingAs.run(caller.identity(), () -> inTurn(dossier)));
    }

    /** Whatever waits or takes long is not dead. */
    @Scheduled(fixedDelay = BEAT_SECONDS, timeUnit = TimeUnit.SECONDS)
    void beat() {
        running.forEach((id, caller) ->
                ActingAs.run(
                        caller.identity(),
                        () ->
                                transaction.executeWithoutResult(
                                        status -> store.touch(id, clock.instant()))));
    }

    private void inTurn(Dossier dossier) {
        places.acquireUninterruptibly();
        boolean done = false;
        try {
            writing.run(dossier);
            done = true;
        } catch (DossierFailed e) {
            failed(dossier, e.code());
            done = true;
        } catch (DamagedBytes e) {
            LOG.warn("bytes of an exhibit of export {} are damaged", dossier.id(), e);
            failed(dossier, "altered");
            done = true;
        } catch (IOException e) {
            LOG.warn("export {} cannot be written", dossier.id(), e);
            failed(dossier, "unwritten");
            done = true;
        } finally {
            places.release();
            running.remove(dossier.id());
            if (!done) {
                failed(dossier, "unwritten");
            }
        }
    }

    private void failed(Dossier dossier, String code) {
        transaction.executeWithoutResult(
                status -> store.failed(dossier.id(), code, clock.instant()));
    }

    @Override
    public void destroy() {
        runner.shutdownNow();
    }
}
