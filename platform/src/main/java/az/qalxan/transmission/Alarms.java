package az.qalxan.transmission;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises alarms about keys and identities. An alarm is kept in a transaction of its own, so that it
 * stays when the work that met it is undone.
 */
@Component
public class Alarms {

    /** An expired key, or one that was used where it may not be, of that owner. */
    public record Raised(String owner, String fingerprint, String reason, String detail) {}

    private final AlarmStore store;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Alarms(
            AlarmStore store,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Raises an alarm, or counts one more in an alarm of which nobody has taken note. */
    public void raise(Raised alarm) {
        ActingAs.run(
                TransactionIdentity.job("transmission"),
                () ->
                        transaction.executeWithoutResult(status -> {
                            if (store.raise(alarm)) {
                                tell(alarm);
                            }
                        }));
    }

    /** Raises an alarm unless it was ever raised; in the caller's transaction. */
    void raiseOnce(Raised alarm) {
        if (!store.known(alarm) && store.raise(alarm)) {
            tell(alarm);
        }
    }

    private void tell(Raised alarm) {
        audit.record(
                TransmissionAct.ALARM_RAISED,
                AuditSubject.of("peer", alarm.owner()),
                Map.of("reason", alarm.reason(), "key", alarm.fingerprint()));
        events.publishEvent(new KeyAlarm(alarm.owner(), alarm.reason()));
    }
}
