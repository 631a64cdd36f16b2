package az.qalxan.audit;

import java.util.Objects;

/**
 * What an act was done to.
 *
 * @param kind the kind of record, for example {@code report}
 * @param id its id in the module that owns it
 */
public record AuditSubject(String kind, String id) {

    public AuditSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static AuditSubject of(String kind, Object id) {
        return new AuditSubject(kind, id.toString());
    }
}
