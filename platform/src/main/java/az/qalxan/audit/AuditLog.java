package az.qalxan.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
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

    /**
     * That an act concerns another body's record: it stands in the journals of both.
     *
     * @param body the code of the body whose record it is
     */
    public record Concern(String body, Map<String, String> circumstances) {

        public Concern {
            circumstances = Map.copyOf(circumstances);
        }
    }

    /** Records an act that concerns another body. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditedAct act, AuditSubject subject, Concern concern) {
        recordAll(act, subject.kind(), List.of(subject.id()), concern);
    }

    /** Records the same act, which concerns another body, for many subjects in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(AuditedAct act, String kind, Collection<?> ids, Concern concern) {
        jdbc.sql(
                        """
                        insert into audit.event (
                          at, act, subject_kind, subject_id, circumstances, concerned)
                        select :at, :act, :kind, id, cast(:circumstances as jsonb), :concerned
                        from unnest(:ids) as id
                        """)
                .param("at", now())
                .param("act", act.code())
                .param("kind", kind)
                .param("circumstances", JSON.writeValueAsString(concern.circumstances()))
                .param("concerned", concern.body())
                .param("ids", ids.stream().map(Object::toString).toArray(String[]::new))
                .update();
    }

    /** An account and the body that it acted for; either may be empty. */
    public record Doer(String account, String body) {}

    /** Who first did that act to each of those subjects, as far as the caller may read it. */
    @Transactional(readOnly = true)
    public Map<String, Doer> doers(AuditedAct act, String kind, Collection<?> ids) {
        Map<String, Doer> doers = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (subject_id) subject_id, account, body from audit.event
                        where subject_kind = :kind and subject_id = any (:ids) and act = :act
                        order by subject_id, sequence
                        """)
                .param("kind", kind)
                .param("ids", ids.stream().map(Object::toString).toArray(String[]::new))
                .param("act", act.code())
                .query(row -> {
                    doers.put(row.getString(1), new Doer(row.getString(2), row.getString(3)));
                });
        return doers;
    }

    /** What that account did that act to since a moment, the latest first. */
    @Transactional(readOnly = true)
    public List<String> subjects(AuditedAct act, String account, Instant since, int most) {
        return jdbc.sql(
                        """
                        select subject_id from audit.event
                        where account = :account and act = :act and at >= :since
                        order by sequence desc limit :most
                        """)
                .param("account", account)
                .param("act", act.code())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> row.getString(1))
                .list();
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
