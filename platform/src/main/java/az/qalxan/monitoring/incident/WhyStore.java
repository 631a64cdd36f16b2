package az.qalxan.monitoring.incident;

import az.qalxan.jurisdiction.Words;
import az.qalxan.monitoring.criterion.Criterion;
import az.qalxan.monitoring.criterion.Measure;
import az.qalxan.monitoring.criterion.Reached;
import az.qalxan.monitoring.criterion.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Keeps why incidents are incidents: criteria as they were, with what was measured. */
@Component
class WhyStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_MAX = 500;

    private final JdbcClient jdbc;

    WhyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A criterion that an incident reached.
     *
     * @param version of the criteria, by its number
     * @param within empty for ever
     */
    record Why(
            UUID incident,
            int version,
            String code,
            Words name,
            Severity severity,
            @Nullable Duration within,
            List<Measured> measured,
            Instant reachedAt) {

        Why {
            measured = List.copyOf(measured);
        }
    }

    /** What was measured, and from which value on the criterion holds. */
    record Measured(Measure measure, int value, int least) {}

    /** Notes criteria that were reached; each once for an incident. */
    void add(UUID incident, int version, List<Reached> reached, Instant at) {
        jdbc.sql(
                        """
                        insert into monitoring.incident_criterion (incident_id, version, code,
                          name_az, name_en, severity, within, measured, reached_at, noted_at)
                        select :incident, :version, code, az, en, severity, within, measured,
                          reached, :at
                        from unnest(cast(:codes as text[]), cast(:az as text[]),
                          cast(:en as text[]), cast(:severities as text[]),
                          cast(:withins as text[]),
                          cast(:measured as jsonb[]), cast(:reached as timestamptz[]))
                          as new (code, az, en, severity, within, measured, reached)
                        on conflict do nothing
                        """)
                .param("incident", incident)
                .param("version", version)
                .param("at", AlertStore.utc(at))
                .param("codes", AlertStore.texts(reached, one -> one.criterion().code()))
                .param("az", AlertStore.texts(reached, one -> one.criterion().name().az()))
                .param("en", AlertStore.texts(reached, one -> one.criterion().name().en()))
                .param(
                        "severities",
                        AlertStore.texts(reached, one -> one.criterion().severity().code()))
                .param("withins", AlertStore.texts(reached, one -> within(one.criterion())))
                .param("measured", AlertStore.texts(reached, WhyStore::json))
                .param("reached", AlertStore.texts(reached, one -> one.at().toString()))
                .update();
    }

    private static String within(Criterion criterion) {
        @Nullable Duration within = criterion.within();
        return within == null ? "" : within.toString();
    }

    private static String json(Reached reached) {
        ArrayNode list = JSON.createArrayNode();
        reached.criterion()
                .all()
                .forEach((measure, least) ->
                        list.addObject()
                                .put("measure", measure.code())
                                .put("value", reached.measured().getOrDefault(measure, 0))
                                .put("least", least));
        return JSON.writeValueAsString(list);
    }

    /** Why each of those incidents is one, the gravest criterion first. */
    List<Why> of(Collection<UUID> incidents) {
        return jdbc.sql(
                        """
                        select incident_id, version, code, name_az, name_en, severity, within,
                          measured::text, reached_at
                        from monitoring.incident_criterion
                        where incident_id = any (cast(:ids as uuid[]))
                        order by
                          array_position(array['critical', 'high', 'medium', 'low'], severity),
                          reached_at, code limit :most
                        """)
                .param("ids", AlertStore.texts(incidents, UUID::toString))
                .param("most", ROWS_MAX)
                .query(WhyStore::why)
                .list();
    }

    /** The gravest criterion of each of those incidents. */
    List<Why> gravest(Collection<UUID> incidents) {
        return jdbc.sql(
                        """
                        select distinct on (incident_id) incident_id, version, code, name_az,
                          name_en, severity, within, measured::text, reached_at
                        from monitoring.incident_criterion
                        where incident_id = any (cast(:ids as uuid[]))
                        order by incident_id,
                          array_position(array['critical', 'high', 'medium', 'low'], severity),
                          reached_at, code
                        """)
                .param("ids", AlertStore.texts(incidents, UUID::toString))
                .query(WhyStore::why)
                .list();
    }

    private static Why why(ResultSet row, int number) throws SQLException {
        List<Measured> measured = new ArrayList<>();
        for (JsonNode one : JSON.readTree(row.getString(8))) {
            measured.add(
                    new Measured(
                            Measure.of(one.required("measure").asString()),
                            one.required("value").asInt(),
                            one.required("least").asInt()));
        }
        String within = row.getString(7);
        return new Why(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                new Words(row.getString(4), row.getString(5)),
                Severity.of(row.getString(6)),
                within.isEmpty() ? null : Duration.parse(within),
                measured,
                AlertStore.instant(row, 9));
    }
}
