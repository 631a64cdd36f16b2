package az.qalxan.engines.threatintel.cap;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A warning (CAP 1.2 §3.2.1).
 *
 * @param identifier given by the sender; without spaces, commas, {@code <} and {@code &}
 * @param sender who it is from, unique in the world, such as a mail address
 * @param scope whom it is for
 * @param details whatever else the standard allows here, by element name in the order of the
 *     standard: source, restriction, addresses, code, note, references, incidents
 */
public record CapAlert(
        String identifier,
        String sender,
        OffsetDateTime sent,
        Status status,
        MessageType type,
        Scope scope,
        List<CapValue> details,
        List<CapMessage> infos) {

    public CapAlert {
        details = CapAlerts.named(details, CapAlerts.ALERT_DETAILS);
        infos = List.copyOf(infos);
    }

    /** Whether it is meant, or a drill. */
    public enum Status {
        ACTUAL,
        EXERCISE,
        SYSTEM,
        TEST,
        DRAFT
    }

    public enum MessageType {
        ALERT,
        UPDATE,
        CANCEL,
        ACK,
        ERROR
    }

    public enum Scope {
        PUBLIC,
        RESTRICTED,
        PRIVATE
    }
}
