package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.criterion.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps incidents and which alerts they are made of. */
@Component
class IncidentStore {

    static final int ROWS_MAX = 200;

    /** What {@link #incident} reads, in its order. */
    static final String COLUMNS =
            """
            i.id, i.number, i.body, i.handling, i.sector, i.scope, i.title, i.severity, i.category,
              i.state, i.first_at, i.last_at, i.detected_at, i.opened_at, i.raised_by,
              i.acknowledged_at, i.acknowledged_by, i.closed_at, i.closed_by, i.outcome,
              i.merged_into, i.case_number
            """;

    private static final String SELECT = "select " + COLUMNS + " from monitoring.incident i ";

    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an incident; false when its number is taken. */
    boolean insert(Incident incident) {
        return jdbc.sql(
                                """
                                insert into monitoring.incident (id, number, body, handling, sector,
                                  scope, title, severity, category, first_at, last_at, detected_at,
                                  opened_at, critical_at, raised_by)
                                values (:id, :number, :body, :handling, :sector, :scope, :title,
                                  :severity, :category, :first, :last, :detected, :opened,
                                  case when :severity = 'critical' then :opened end, :raisedBy)
                                on conflict (number) do nothing
                                """)
                        .param("id", incident.id())
                        .param("number", incident.number().value())
                        .param("body", incident.body())
                        .param("handling", incident.handling().rank())
                        .param("sector", incident.sector())
                        .param("scope", incident.ofCountry() ? "country" : "body")
                        .param("title", incident.title())
                        .param("severity", incident.severity().code())
                        .param("category", incident.category())
                        .param("first", AlertStore.utc(incident.moments().firstAt()))
                        .param("last", AlertStore.utc(incident.moments().lastAt()))
                        .param("detected", AlertStore.utc(incident.moments().detectedAt()))
                        .param("opened", AlertStore.utc(incident.moments().openedAt()))
                        .param("raisedBy", incident.raisedBy())
                        .update()
                == 1;
    }

    Optional<Incident> find(IncidentNumber number) {
        return jdbc.sql(SELECT + "where i.number = :number")
                .param("number", number.value())
                .query(IncidentStore::incident)
                .optional();
    }

    Optional<Incident> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(IncidentStore::incident)
                .optional();
    }

    /**
     * Open incidents that one of those alerts stands in, the oldest first; nobody else moves them
     * until the transaction ends.
     */
    List<Incident> openWith(Collection<UUID> alerts, boolean ofCountry) {
        return jdbc.sql(
                        SELECT
                                + """
                                where i.state in ('new', 'acknowledged') and i.scope = :scope
                                  and exists (select from monitoring.incident_alert t
                                    where t.incident_id = i.id
                                      and t.alert_id = any (cast(:alerts as uuid[])))
                                order by i.opened_at, i.id limit :most for update of i
                                """)
                .param("scope", ofCountry ? "country" : "body")
                .param("alerts", AlertStore.texts(alerts, UUID::toString))
                .param("most", ROWS_MAX)
                .query(IncidentStore::incident)
                .list();
    }

    /** Incidents of a case that the caller may see. */
    List<Incident> ofCase(String number) {
        return jdbc.sql(SELECT + "where i.case_number = :number order by i.opened_at limit :most")
                .param("number", number)
                .param("most", ROWS_MAX)
                .query(IncidentStore::incident)
                .list();
    }

    List<UUID> alerts(UUID incident) {
        return jdbc.sql("select alert_id from monitoring.incident_alert where incident_id = :id")
                .param("id", incident)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Ties alerts to an incident; how many are new in it. */
    int tie(UUID incident, Collection<UUID> alerts, Instant at) {
        return jdbc.sql(
                        """
                        insert into monitoring.incident_alert (incident_id, alert_id, at)
                        select :incident, alert, :at
                        from unnest(cast(:alerts as uuid[])) as new (alert)
                        on conflict do nothing
                        """)
                .param("incident", incident)
                .param("alerts", AlertStore.texts(alerts, UUID::toString))
                .param("at", AlertStore.utc(at))
                .update();
    }

    /** What findings changed about an incident. */
    record Grown(
            Severity severity,
            String category,
            Handling handling,
            Instant first,
            Instant last,
            Instant at) {}

    /**
     * The open incident as findings make it; what a person chose stays. One that becomes a critical
     * case waits for somebody again, whoever took the lesser one on. False when it has ended.
     */
    boolean grow(UUID incident, Grown grown) {
        return jdbc.sql(
                                """
                                update monitoring.incident set severity = :severity,
                                  category = case when category_by = '' then :category
                                    else category end,
                                  handling = greatest(handling, :handling),
                                  first_at = least(first_at, :first),
                                  last_at = greatest(last_at, :last),
                                  critical_at = case when :severity <> 'critical' then null
                                    else coalesce(critical_at, :at) end,
                                  state = case when :severity = 'critical'
                                    and severity <> 'critical' then 'new' else state end
                                where id = :id and state in ('new', 'acknowledged')
                                """)
                        .param("severity", grown.severity().code())
                        .param("category", grown.category())
                        .param("handling", grown.handling().rank())
                        .param("first", AlertStore.utc(grown.first()))
                        .param("last", AlertStore.utc(grown.last()))
                        .param("at", AlertStore.utc(grown.at()))
                        .param("id", incident)
                        .update()
                == 1;
    }

    boolean acknowledge(Incident before, Incident.Done done) {
        return jdbc.sql(
                                """
                                update monitoring.incident set state = 'acknowledged',
                                  acknowledged_at = :at, acknowledged_by = :by
                                where id = :id and state = 'new'
                                """)
                        .param("at", AlertStore.utc(done.at()))
                        .param("by", done.by())
                        .param("id", before.id())
                        .update()
                == 1;
    }

    boolean close(Incident before, Incident.Ending ending) {
        return jdbc.sql(
                                """
                                update monitoring.incident set state = 'closed', closed_at = :at,
                                  closed_by = :by, outcome = :outcome,
                                  acknowledged_at = coalesce(acknowledged_at, :at),
                                  acknowledged_by = case when acknowledged_at is null then :by
                                    else acknowledged_by end
                                where id = :id and state in ('new', 'acknowledged')
                                """)
                        .param("at", AlertStore.utc(ending.done().at()))
                        .param("by", ending.done().by())
                        .param("outcome", ending.outcome())
                        .param("id", before.id())
                        .update()
                == 1;
    }

    boolean merge(Incident before, UUID into) {
        return jdbc.sql(
                                """
                                update monitoring.incident set state = 'merged',
                                  merged_into = :into
                                where id = :id and state in ('new', 'acknowledged')
                                """)
                        .param("into", into)
                        .param("id", before.id())
                        .update()
                == 1;
    }

    /** The category that a person chose. */
    void categorise(UUID incident, String category, String by) {
        jdbc.sql(
                        """
                        update monitoring.incident set category = :category, category_by = :by
                        where id = :id
                        """)
                .param("category", category)
                .param("by", by)
                .param("id", incident)
                .update();
    }

    /** The case that came of it; false when there is one already. */
    boolean become(UUID incident, String caseNumber) {
        return jdbc.sql(
                                """
                                update monitoring.incident set case_number = :case
                                where id = :id and case_number = ''
                                """)
                        .param("case", caseNumber)
                        .param("id", incident)
                        .update()
                == 1;
    }

    static Incident incident(ResultSet row, int number) throws SQLException {
        Instant acknowledged = instant(row, 16);
        Instant closed = instant(row, 18);
        return new Incident(
                row.getObject(1, UUID.class),
                new IncidentNumber(row.getString(2)),
                row.getString(3),
                Handling.ofRank(row.getInt(4)),
                row.getString(5),
                row.getString(6).equals("country"),
                row.getString(7),
                Severity.of(row.getString(8)),
                row.getString(9),
                Incident.State.of(row.getString(10)),
                new Incident.Moments(
                        AlertStore.instant(row, 11),
                        AlertStore.instant(row, 12),
                        AlertStore.instant(row, 13),
                        AlertStore.instant(row, 14)),
                row.getString(15),
                acknowledged == null ? null : new Incident.Done(acknowledged, row.getString(17)),
                closed == null
                        ? null
                        : new Incident.Ending(
                                new Incident.Done(closed, row.getString(19)), row.getString(20)),
                row.getObject(21, UUID.class),
                row.getString(22));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
