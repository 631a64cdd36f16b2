package az.qalxan.deconfliction;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps hits, their sides and what each side holds; for the job that compares. */
@Component
class MatchStore {

    private final JdbcClient jdbc;

    MatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hits of these pairs, those known and those made now. */
    record Hits(Map<Pair, UUID> all, Set<UUID> fresh) {}

    Hits hits(Collection<Pair> pairs) {
        List<Pair> list = List.copyOf(pairs);
        Set<UUID> fresh =
                new HashSet<>(
                        jdbc.sql(
                                        """
                                        insert into deconfliction.hit (link_key, low, high)
                                        select * from unnest(:key, :low, :high)
                                        on conflict do nothing
                                        returning id
                                        """)
                                .param("key", column(list, Pair::linkKey))
                                .param("low", column(list, Pair::low))
                                .param("high", column(list, Pair::high))
                                .query((row, number) -> row.getObject(1, UUID.class))
                                .list());
        Map<Pair, UUID> all = new HashMap<>();
        jdbc.sql(
                        """
                        select h.id, h.link_key, h.low, h.high
                        from unnest(:key, :low, :high) as asked (link_key, low, high)
                        join deconfliction.hit h using (link_key, low, high)
                        """)
                .param("key", column(list, Pair::linkKey))
                .param("low", column(list, Pair::low))
                .param("high", column(list, Pair::high))
                .query(row -> {
                    all.put(
                            new Pair(row.getString(2), row.getString(3), row.getString(4)),
                            row.getObject(1, UUID.class));
                });
        sides(fresh);
        return new Hits(all, fresh);
    }

    private void sides(Set<UUID> fresh) {
        jdbc.sql(
                        """
                        insert into deconfliction.side (hit_id, body, other)
                        select id, low, high from deconfliction.hit
                        where id = any (cast(:ids as uuid[]))
                        union all
                        select id, high, low from deconfliction.hit
                        where id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", fresh.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /**
     * What a side of a hit holds already.
     *
     * @param hidden whether the other side may not learn of it
     * @param held whether it is held back
     */
    record Known(UUID hit, String body, UUID source, boolean hidden, boolean held) {}

    List<Known> known(Collection<UUID> hits) {
        return jdbc.sql(
                        """
                        select h.hit_id, h.body, h.source_id,
                          (h.compartment is not null or h.handling >= 4) and not s.disclosed,
                          h.hold_id is not null
                        from deconfliction.holding h
                        join deconfliction.side s on s.hit_id = h.hit_id and s.body = h.body
                        where h.hit_id = any (cast(:ids as uuid[])) and h.until > now()
                        """)
                .param("ids", hits.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) ->
                        new Known(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getBoolean(4),
                                row.getBoolean(5)))
                .list();
    }

    /** A holding to be stored; {@code hold} is null unless it is held back. */
    record Fresh(UUID hit, Holding holding, String account, @Nullable UUID hold) {}

    void insert(List<Fresh> holdings) {
        jdbc.sql(
                        """
                        insert into deconfliction.holding (
                          hit_id, body, source, source_id, link_key, kind, value, handling,
                          compartment, account, hold_id, until)
                        select new.hit, new.body, new.source, new.id, h.link_key, new.kind,
                          new.value, new.handling, new.compartment, new.account, new.hold,
                          coalesce(new.until, 'infinity')
                        from unnest(
                          cast(:hit as uuid[]), :body, :source, cast(:id as uuid[]), :kind, :value,
                          cast(:handling as smallint[]), cast(:compartment as uuid[]), :account,
                          cast(:hold as uuid[]), cast(:until as timestamptz[]))
                          as new (hit, body, source, id, kind, value, handling, compartment,
                            account, hold, until)
                        join deconfliction.hit h on h.id = new.hit
                        on conflict do nothing
                        """)
                .param("hit", column(holdings, Fresh::hit))
                .param("body", column(holdings, one -> one.holding().body()))
                .param("source", column(holdings, one -> one.holding().kind().code()))
                .param("id", column(holdings, one -> one.holding().source()))
                .param("kind", column(holdings, one -> one.holding().identifierKind()))
                .param("value", column(holdings, one -> one.holding().value()))
                .param("handling", column(holdings, one -> one.holding().handling()))
                .param("compartment", column(holdings, one -> one.holding().compartment()))
                .param("account", column(holdings, Fresh::account))
                .param("hold", column(holdings, Fresh::hold))
                .param("until", column(holdings, one -> one.holding().until()))
                .update();
    }

    /** Notes that a watched identifier appeared; gives the entries for which it is news. */
    List<UUID> notice(List<MatchPlan.Notice> notices, Instant at) {
        return jdbc.sql(
                        """
                        insert into deconfliction.notice (
                          watch_id, report_id, body, handling, compartment, noticed_at)
                        select watch, report, body, handling, compartment, :at
                        from unnest(
                          cast(:watch as uuid[]), cast(:report as uuid[]), :body,
                          cast(:handling as smallint[]), cast(:compartment as uuid[]))
                          as new (watch, report, body, handling, compartment)
                        on conflict do nothing
                        returning watch_id
                        """)
                .param("watch", column(notices, one -> one.watch().id()))
                .param("report", column(notices, one -> one.mention().report()))
                .param("body", column(notices, one -> one.mention().body()))
                .param("handling", column(notices, one -> one.mention().handling()))
                .param("compartment", column(notices, one -> one.mention().compartment()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The live entries of any watch list with one of these keys; they stay so until the end. */
    List<LiveWatch> watches(List<String> keys, Instant now) {
        return jdbc.sql(
                        """
                        select id, body, account, kind, value, link_key, handling, until
                        from deconfliction.watch
                        where link_key = any (:keys) and ended_at is null and until > :now
                        for share
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new LiveWatch(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getInt(7),
                                row.getObject(8, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            @Nullable Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
