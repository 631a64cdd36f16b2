package az.qalxan.exchange.knowledge;

import az.qalxan.monitoring.FindingListener;
import az.qalxan.monitoring.KeptFinding;
import az.qalxan.monitoring.KnownIndicator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps {@code exchange.knowledge_sighting}: that events of a body held an indicator's value, as
 * findings say. Nobody else learns of it.
 */
@Repository
class Sightings implements FindingListener {

    private final JdbcClient jdbc;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void found(List<KeptFinding> findings) {
        for (KeptFinding finding : findings) {
            @Nullable KnownIndicator indicator = finding.indicator();
            if (indicator != null) {
                note(finding, indicator);
            }
        }
    }

    private void note(KeptFinding finding, KnownIndicator indicator) {
        jdbc.sql(
                        """
                        insert into exchange.knowledge_sighting (collection_id, object_id, body,
                          day, first_at, last_at, times, handling)
                        values (:collection, :object, :body, :day, :at, :at, 1, :handling)
                        on conflict (object_id, collection_id, body, day) do update
                           set first_at = least(knowledge_sighting.first_at, excluded.first_at),
                               last_at = greatest(knowledge_sighting.last_at, excluded.last_at),
                               times = knowledge_sighting.times + 1,
                               handling = greatest(knowledge_sighting.handling,
                                 excluded.handling)
                        """)
                .param("collection", indicator.collection())
                .param("object", indicator.object())
                .param("body", finding.body())
                .param("day", LocalDate.ofInstant(finding.at(), ZoneOffset.UTC))
                .param("at", finding.at().atOffset(ZoneOffset.UTC))
                .param("handling", finding.handling().rank())
                .update();
    }

    /** How often, and from when to when, events held it, as far as the caller may know. */
    record Seen(long times, Instant first, Instant last, int bodies) {}

    Optional<Seen> of(String object) {
        return jdbc.sql(
                        """
                        select coalesce(sum(times), 0) as times, min(first_at) as first,
                               max(last_at) as last, count(distinct body) as bodies
                          from exchange.knowledge_sighting where object_id = :object
                        """)
                .param("object", object)
                .query((row, n) ->
                        row.getLong("times") == 0
                                ? Optional.<Seen>empty()
                                : Optional.of(
                                        new Seen(
                                                row.getLong("times"),
                                                row.getObject("first", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getObject("last", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getInt("bodies"))))
                .single();
    }
}
