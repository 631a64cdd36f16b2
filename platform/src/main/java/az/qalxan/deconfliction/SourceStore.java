package az.qalxan.deconfliction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what sources did by day, the holds, and the alarms they raise; for the job. */
@Component
class SourceStore {

    private static final int DAYS = 30;

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to add to a source's day. */
    record Addition(Source source, LocalDate day, int reports, int bare, int told, int late) {}

    void add(List<Addition> additions) {
        jdbc.sql(
                        """
                        insert into deconfliction.source_day as known (
                          account, body, day, reports, bare, told, late)
                        select account, body, day, sum(reports), sum(bare), sum(told), sum(late)
                        from unnest(
                          :account, :body, cast(:day as date[]), cast(:reports as integer[]),
                          cast(:bare as integer[]), cast(:told as integer[]),
                          cast(:late as integer[]))
                          as new (account, body, day, reports, bare, told, late)
                        group by account, body, day order by account, body, day
                        on conflict (account, body, day) do update
                        set reports = known.reports + excluded.reports,
                            bare = known.bare + excluded.bare, told = known.told + excluded.told,
                            late = known.late + excluded.late
                        """)
                .param("account", MatchStore.column(additions, one -> one.source().account()))
                .param("body", MatchStore.column(additions, one -> one.source().body()))
                .param("day", MatchStore.column(additions, Addition::day))
                .param("reports", MatchStore.column(additions, Addition::reports))
                .param("bare", MatchStore.column(additions, Addition::bare))
                .param("told", MatchStore.column(additions, Addition::told))
                .param("late", MatchStore.column(additions, Addition::late))
                .update();
    }

    /** What these sources did on that day and in the thirty days up to it; cleared days are not. */
    Map<Source, Tally.Count> counts(Collection<Source> sources, LocalDate day) {
        Map<Source, Tally.Count> counts = new HashMap<>();
        List<Source> asked = List.copyOf(sources);
        jdbc.sql(
                        """
                        select d.account, d.body,
                          coalesce(sum(d.told) filter (where d.day = :day), 0),
                          coalesce(sum(d.told + d.late) filter (where not d.cleared), 0),
                          coalesce(sum(d.bare) filter (where d.day = :day), 0),
                          coalesce(bool_or(d.cleared) filter (where d.day = :day), false)
                        from unnest(:account, :body) as asked (account, body)
                        join deconfliction.source_day d
                          on d.account = asked.account and d.body = asked.body
                          and d.day between cast(:day as date) - :days and :day
                        group by d.account, d.body
                        """)
                .param("day", day)
                .param("days", DAYS)
                .param("account", MatchStore.column(asked, Source::account))
                .param("body", MatchStore.column(asked, Source::body))
                .query(row -> {
                    counts.put(
                            new Source(row.getString(1), row.getString(2)),
                            new Tally.Count(
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getBoolean(6)));
                });
        return counts;
    }

    /** The open holds of these sources. */
    Map<Source, UUID> holds(Collection<Source> sources) {
        Map<Source, UUID> holds = new HashMap<>();
        List<Source> asked = List.copyOf(sources);
        jdbc.sql(
                        """
                        select h.account, h.body, h.id
                        from unnest(:account, :body) as asked (account, body)
                        join deconfliction.hold h
                          on h.account = asked.account and h.body = asked.body and h.state = 'open'
                        """)
                .param("account", MatchStore.column(asked, Source::account))
                .param("body", MatchStore.column(asked, Source::body))
                .query(row -> {
                    holds.put(
                            new Source(row.getString(1), row.getString(2)),
                            row.getObject(3, UUID.class));
                });
        return holds;
    }

    UUID openHold(Source source, Tally.Why why, LocalDate day, Instant at) {
        return jdbc.sql(
                        """
                        insert into deconfliction.hold (account, body, day, why, opened_at)
                        values (:account, :body, :day, :why, :at) returning id
                        """)
                .param("account", source.account())
                .param("body", source.body())
                .param("day", day)
                .param("why", why.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    /** A body that is to hear of a hold. */
    record Alarm(UUID hold, String body) {}

    void raise(Collection<Alarm> alarms, Instant at) {
        List<Alarm> list = List.copyOf(alarms);
        jdbc.sql(
                        """
                        insert into deconfliction.alarm (hold_id, body, raised_at)
                        select hold, body, :at from unnest(cast(:hold as uuid[]), :body)
                          as new (hold, body)
                        on conflict do nothing
                        """)
                .param("hold", MatchStore.column(list, Alarm::hold))
                .param("body", MatchStore.column(list, Alarm::body))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
