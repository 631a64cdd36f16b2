package az.qalxan.evidence.upkeep;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.VaultRefused;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an exhibit's stored bytes anew. Bytes are read outside of any transaction, because that may
 * take hours; what was found is written in one.
 */
@Component
class BytesChecking {

    private final Vault vault;
    private final Exhibits exhibits;
    private final Custody custody;
    private final BytesCheckStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BytesChecking(
            Vault vault,
            Exhibits exhibits,
            Custody custody,
            BytesCheckStore store,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.vault = vault;
        this.exhibits = exhibits;
        this.custody = custody;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Begins a run under that name. */
    UUID begin(String author) {
        UUID run = UUID.randomUUID();
        transaction.executeWithoutResult(status -> store.begin(run, clock.instant(), author));
        return run;
    }

    void end(UUID run) {
        transaction.executeWithoutResult(status -> store.end(run, clock.instant()));
    }

    /** Reads one exhibit's bytes and writes what was found; nothing is repaired. */
    Verdict verify(UUID run, Exhibit exhibit, String author) {
        StoredBytes stored = exhibit.stored();
        if (stored == null) {
            throw ProblemFound.of(UpkeepProblem.NOTHING_TO_VERIFY);
        }
        Verdict verdict = read(stored);
        transaction.executeWithoutResult(status -> note(run, exhibit, verdict, author));
        return verdict;
    }

    private Verdict read(StoredBytes stored) {
        try {
            return Verdict.of(vault.verify(stored.id()), stored.digests());
        } catch (VaultRefused e) {
            return new Verdict("sealed", "", null);
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + stored.id() + " cannot be read", e);
        }
    }

    private void note(UUID run, Exhibit exhibit, Verdict verdict, String author) {
        Instant now = clock.instant();
        long place = store.note(run, exhibit, verdict, now);
        if (verdict.alarms()) {
            store.raise(exhibit.id(), place, verdict, now);
        }
        Map<String, String> details = new HashMap<>();
        details.put("verdict", verdict.code());
        details.put("ranges", verdict.ranges());
        details.values().removeIf(String::isEmpty);
        CustodyStep step =
                CustodyStep.by(
                                author,
                                verdict.alarms() ? UpkeepAct.ALARMED : UpkeepAct.VERIFIED,
                                kind(verdict))
                        .with(details);
        custody.record(exhibit, bound(step, exhibit, verdict));
    }

    private static CustodyStep bound(CustodyStep step, Exhibit exhibit, Verdict verdict) {
        StoredBytes stored = exhibit.stored();
        return verdict.code().equals("intact") && stored != null
                ? step.of(stored.digests()).verifying()
                : step.verifying();
    }

    private static String kind(Verdict verdict) {
        return switch (verdict.code()) {
            case "intact" -> "verified";
            case "missing", "sealed" -> "missing";
            case "erased" -> "erased";
            default -> "damaged";
        };
    }

    /** Ends an alarm with words; the bytes stay as they are. */
    void settle(UUID id, String words, Caller caller) {
        transaction.executeWithoutResult(status -> {
            Alarm alarm = store.alarm(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
            Exhibit exhibit = exhibits.require(alarm.exhibit().value());
            boolean ended =
                    store.settle(
                            id,
                            new Alarm.Settled(clock.instant(), caller.name(), words),
                            caller.account().toString());
            if (!ended) {
                throw ProblemFound.of(UpkeepProblem.ALARM_SETTLED);
            }
            custody.record(
                    exhibit,
                    CustodyStep.by(caller.name(), UpkeepAct.SETTLED, "alarm-settled")
                            .saying(words)
                            .with(Map.of("verdict", alarm.kind())));
        });
    }

    /** Notes that somebody looked at results. */
    void listed(String subject, String id) {
        audit.record(UpkeepAct.LISTED, AuditSubject.of(subject, id), Map.of());
    }
}
