package az.qalxan.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes audit records. Who acted is taken by the database from the transaction's identity, never
 * from the calling module.
 */
@Component
public class AuditLog {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records one act in the running transaction.
     *
     * @param circumstances what an auditor needs besides who, when and what: the purpose given, the
     *     old and new state; never personal content
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditedAct act, AuditSubject subject, Map<String, String> circumstances) {
        jdbc.sql(
                        """
                        insert into audit.event (at, act, subject_kind, subject_id, circumstances)
                        values (:at, :act, :kind, :id, cast(:circumstances as jsonb))
                        """)
                .param("at", now())
                .param("act", act.code())
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("circumstances", JSON.writeValueAsString(circumstances))
                .update();
    }

    /** Records one act without further circumstances. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditedAct act, AuditSubject subject) {
        record(act, subject, Map.of());
    }

    /** Records the same act for many subjects of one kind in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(AuditedAct act, String kind, Collection<?> ids) {
        List<String> subjects = ids.stream().map(Object::toString).toList();
        jdbc.sql(
                        """
                        insert into audit.event (at, act, subject_kind, subject_id, circumstances)
                        select :at, :act, :kind, id, '{}' from unnest(:ids) as id
                        """)
                .param("at", now())
                .param("act", act.code())
                .param("kind", kind)
                .param("ids", subjects.toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
