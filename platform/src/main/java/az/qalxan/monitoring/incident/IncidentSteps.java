package az.qalxan.monitoring.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was done about incidents; adds, and changes nothing. */
@Component
class IncidentSteps {

    private static final int ROWS_MAX = 500;

    private final JdbcClient jdbc;

    IncidentSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that was done.
     *
     * @param kind message key {@code incident.step.<kind>}
     * @param author empty for the system
     * @param detail a code, number or name that the sentence quotes
     */
    record Step(Instant at, String kind, String author, String detail, String words) {}

    void add(UUID incident, Step step) {
        jdbc.sql(
                        """
                        insert into monitoring.incident_step
                          (incident_id, at, kind, author, detail, words)
                        values (:incident, :at, :kind, :author, :detail, :words)
                        """)
                .param("incident", incident)
                .param("at", AlertStore.utc(step.at()))
                .param("kind", step.kind())
                .param("author", step.author())
                .param("detail", step.detail())
                .param("words", step.words())
                .update();
    }

    /** What was done, in its order. */
    List<Step> of(UUID incident) {
        return jdbc.sql(
                        """
                        select at, kind, author, detail, words from monitoring.incident_step
                        where incident_id = :id order by id limit :most
                        """)
                .param("id", incident)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Step(
                                AlertStore.instant(row, 1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .list();
    }
}
