package az.qalxan.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how sources are heard: by the system's own jobs. */
@Component
class PulseStore {

    private final JdbcClient jdbc;

    PulseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a batch for its source. */
    void feel(BatchStore.Waiting batch) {
        jdbc.sql(
                        """
                        insert into monitoring.source_pulse as p
                          (source_id, last_seen)
                        values (:source, :seen)
                        on conflict (source_id) do update set
                          last_seen = greatest(p.last_seen, excluded.last_seen)
                        """)
                .param("source", batch.source())
                .param("seen", EventSourceStore.utc(batch.takenAt()))
                .update();
        jdbc.sql(
                        """
                        insert into monitoring.source_hour as h
                          (source_id, hour, events, damaged)
                        values (:source, date_trunc('hour', cast(:seen as timestamptz)), :events,
                          :damaged)
                        on conflict (source_id, hour) do update set
                          events = h.events + excluded.events,
                          damaged = h.damaged + excluded.damaged
                        """)
                .param("source", batch.source())
                .param("seen", EventSourceStore.utc(batch.takenAt()))
                .param("events", batch.events())
                .param("damaged", batch.damaged())
                .update();
    }

    /** The silences of these sources end; gives the sources that were silent. */
    List<UUID> heard(List<UUID> sources, Instant now) {
        return jdbc.sql(
                        """
                        update monitoring.silence set ended_at = :now
                        where source_id = any (cast(:ids as uuid[])) and ended_at is null
                        returning source_id
                        """)
                .param("now", EventSourceStore.utc(now))
                .param("ids", sources.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Notes the sources that are silent beyond their usual silence; gives those that were not yet.
     */
    List<UUID> notice(Instant now) {
        return jdbc.sql(
                        """
                        insert into monitoring.silence (source_id, since, noticed_at)
                        select s.id, coalesce(p.last_seen, s.opened_at), :now
                        from monitoring.source s
                        left join monitoring.source_pulse p on p.source_id = s.id
                        where s.closed_at is null
                          and coalesce(p.last_seen, s.opened_at)
                            + make_interval(mins => s.silence_minutes) < :now
                        on conflict (source_id) where ended_at is null do nothing
                        returning source_id
                        """)
                .param("now", EventSourceStore.utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Somebody took note of a silence. */
    boolean see(UUID source, String by, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.silence set seen_at = :now, seen_by = :by
                                where source_id = :source and ended_at is null and seen_at is null
                                """)
                        .param("source", source)
                        .param("by", by)
                        .param("now", EventSourceStore.utc(now))
                        .update()
                == 1;
    }

    /** A time without events. */
    record Silence(
            Instant since,
            Instant noticedAt,
            @org.jspecify.annotations.Nullable Instant endedAt,
            String seenBy) {}

    List<Silence> silences(UUID source, int most) {
        return jdbc.sql(
                        """
                        select since, noticed_at, ended_at, seen_by from monitoring.silence
                        where source_id = :id order by id desc limit :most
                        """)
                .param("id", source)
                .param("most", most)
                .query((row, number) ->
                        new Silence(
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
                                row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
                                EventSourceStore.moment(row, 3),
                                row.getString(4)))
                .list();
    }
}
