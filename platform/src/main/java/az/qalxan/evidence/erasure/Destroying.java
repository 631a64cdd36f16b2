package az.qalxan.evidence.erasure;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.vault.Vault;
import az.qalxan.evidence.BytesErased;
import az.qalxan.evidence.CaseVault;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what two people decided: keys first, words after, so that what is written happened. A
 * crash between the two is made up for by the job, and destroying twice does no more than once.
 */
@Component
class Destroying {

    private static final Logger LOG = LoggerFactory.getLogger(Destroying.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("evidence");

    private final ErasureStore store;
    private final Exhibits exhibits;
    private final Custody custody;
    private final Vault vault;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Destroying(
            ErasureStore store,
            Exhibits exhibits,
            Custody custody,
            Vault vault,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.exhibits = exhibits;
        this.custody = custody;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        try {
            List<Erasure> left =
                    ActingAs.call(
                            JOB,
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(status -> store.decided())));
            left.forEach(this::tryOut);
        } catch (DataAccessException e) {
            LOG.error("keys that are to be destroyed cannot be looked up; tried again", e);
        }
    }

    /** One that fails holds up no other. */
    private void tryOut(Erasure erasure) {
        try {
            carryOut(erasure.id());
        } catch (DataAccessException | UncheckedIOException e) {
            LOG.error(
                    "the keys of case {} are not destroyed yet; tried again",
                    erasure.caseNumber(),
                    e);
        }
    }

    /** Destroys the keys and says so, once. */
    void carryOut(UUID id) {
        ActingAs.run(
                JOB,
                () -> {
                    Optional<Erasure> decided =
                            Objects.requireNonNull(
                                    transaction.execute(status ->
                                            store.find(id)
                                                    .filter(one ->
                                                            one.state() == Erasure.State.DECIDED)));
                    if (decided.isPresent()) {
                        destroy(decided.get());
                        transaction.executeWithoutResult(status -> say(decided.get()));
                    }
                });
    }

    private void destroy(Erasure erasure) {
        try {
            vault.erase(CaseVault.key(erasure.caseNumber()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keys of case " + erasure.caseNumber() + " are not destroyed yet", e);
        }
    }

    private void say(Erasure erasure) {
        if (!store.done(erasure.id(), clock.instant())) {
            return;
        }
        Erasure.Signature decided = Objects.requireNonNull(erasure.decided());
        for (Exhibit exhibit : exhibits.ofCase(erasure.caseNumber())) {
            if (exhibit.stored() != null) {
                custody.record(
                        exhibit,
                        CustodyStep.by(decided.name(), ErasureAct.ERASED, "erased")
                                .saying(erasure.grounds().reason())
                                .with(
                                        Map.of(
                                                "proposed-by", erasure.proposed().name(),
                                                "second-person", decided.name(),
                                                "grounds", erasure.grounds().basis(),
                                                "document", erasure.grounds().document())));
            }
        }
        audit.record(
                ErasureAct.DONE,
                AuditSubject.of("case", erasure.caseNumber()),
                Map.of("files", String.valueOf(erasure.files())));
        events.publishEvent(new BytesErased(erasure.caseNumber()));
    }
}
