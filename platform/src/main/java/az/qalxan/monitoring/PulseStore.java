package az.qalxan.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how sources are heard: by the system's own jobs. */
@Component
class PulseStore {

    private static final long DAY_SECONDS = 86_400;

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

    /** Counts what was not used of a source's events. */
    void lose(UUID source, Losses lost, Instant now) {
        jdbc.sql(
                        """
                        insert into monitoring.source_loss as l
                          (source_id, hour, late, shed, ungrouped, unreadable, late_ones)
                        values (:source, date_trunc('hour', cast(:now as timestamptz)), :late,
                          :shed, :ungrouped, :unreadable, cast(:ones as uuid[]))
                        on conflict (source_id, hour) do update set
                          late = l.late + excluded.late, shed = l.shed + excluded.shed,
                          ungrouped = l.ungrouped + excluded.ungrouped,
                          unreadable = l.unreadable + excluded.unreadable,
                          late_ones = (excluded.late_ones || l.late_ones)[1\\:%d]
                        """
                                .formatted(Losses.LATE_ONES_MAX))
                .param("source", source)
                .param("now", EventSourceStore.utc(now))
                .param("late", lost.late())
                .param("shed", lost.shed())
                .param("ungrouped", lost.ungrouped())
                .param("unreadable", lost.unreadableOnes())
                .param("ones", lost.lateOnes().stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** What was not used of a source's events. */
    LostEvents lost(UUID source, Instant now) {
        return new LostEvents(
                sums(source, now.minusSeconds(DAY_SECONDS)),
                sums(source, now.minusSeconds(7 * DAY_SECONDS)),
                jdbc.sql(
                                """
                                select ones.one from monitoring.source_loss l,
                                  unnest(l.late_ones) with ordinality as ones (one, place)
                                where l.source_id = :source
                                order by l.hour desc, place limit :most
                                """)
                        .param("source", source)
                        .param("most", Losses.LATE_ONES_MAX)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    private LostEvents.Sums sums(UUID source, Instant since) {
        return jdbc.sql(
                        """
                        select (select coalesce(sum(damaged), 0) from monitoring.source_hour
                            where source_id = :source and hour > :since),
                          coalesce(sum(late), 0), coalesce(sum(shed), 0),
                          coalesce(sum(ungrouped), 0), coalesce(sum(unreadable), 0)
                        from monitoring.source_loss where source_id = :source and hour > :since
                        """)
                .param("source", source)
                .param("since", EventSourceStore.utc(since))
                .query((row, number) ->
                        new LostEvents.Sums(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .single();
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
