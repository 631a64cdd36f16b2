package az.qalxan.casework.law;

import az.qalxan.casework.CaseHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the steps of qualifications; they are added and never changed. */
@Component
class QualificationStore {

    static final int STEPS_MAX = 1_000;

    private final JdbcClient jdbc;

    QualificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Qualification of(CaseHead head) {
        return new Qualification(
                jdbc.sql(
                                """
                                select sequence, step, article, replaces, on_day, law_day, decision,
                                  reason, at, author
                                from casework.qualification where case_id = :id
                                order by sequence limit :most
                                """)
                        .param("id", head.id())
                        .param("most", STEPS_MAX)
                        .query(QualificationStore::step)
                        .list());
    }

    /** Keeps others from adding to that case's qualification until the transaction ends. */
    void hold(CaseHead head) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", "qualification " + head.id())
                .query((row, number) -> true)
                .single();
    }

    void add(CaseHead head, QualificationStep step) {
        jdbc.sql(
                        """
                        insert into casework.qualification (case_id, step, article, replaces,
                          on_day, law_day, decision, reason, at, author)
                        values (:id, :step, :article, :replaces, :on, :law, :decision, :reason, :at,
                          :author)
                        """)
                .param("id", head.id())
                .param("step", step.kind().code())
                .param("article", step.article())
                .param("replaces", step.replaces())
                .param("on", step.on())
                .param("law", step.lawDay())
                .param("decision", step.decision())
                .param("reason", step.reason())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("author", step.author())
                .update();
    }

    private static QualificationStep step(ResultSet row, int number) throws SQLException {
        return new QualificationStep(
                row.getLong(1),
                QualificationStep.Kind.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10));
    }
}
