package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps trouble at one place of one owner, however often it was seen. */
@Component
class ConcernStore {

    private static final int OWNERS_AT_ONCE = 500;
    private static final int ITEMS_MAX = 2_000;

    /** What is due to be told: new, come back, or told long ago and still seen. */
    private static final String DUE =
            """
            (c.state in ('new', 'again') or (c.state = 'told' and c.last_at > c.told_at
              and c.told_at <= case when c.grave then cast(:grave as timestamptz)
                else cast(:usual as timestamptz) end))
            """;

    /**
     * Owners who are to be told something now: whose day has come, or who must be told at once, and
     * who do not sleep. What an owner wants itself goes before what the feed says.
     */
    private static final String WANTED =
            """
             and o.ended_at is null
            and (coalesce(:hour >= r.digest_hour, true)
                and (o.bundled_on is null or o.bundled_on <=
                  cast(:today as date) - case r.digest when 'weekly' then 7 else 1 end)
              or (c.state in ('new', 'again') and (c.type = any (r.types)
                or case r.at_once when 'all' then true when 'grave' then c.grave
                  when 'none' then false else c.at_once end)))
            and (r.quiet_from is null or (c.grave and r.wakes) or not
              case when r.quiet_from < r.quiet_until
                then :hour >= r.quiet_from and :hour < r.quiet_until
                else :hour >= r.quiet_from or :hour < r.quiet_until end)
            limit :most
            """;

    private static final String SEE =
            """
            insert into exchange.concern as c (id, body, handling, feed_id, batch_id,
              owner_id, held, type, grave, at_once, identifier, place, ip, asn, domain,
              port, url, evidence, first_at, last_at, times, state)
            select id, body, handling, feed, batch, owner, held, type, grave, at_once,
              identifier, place, ip, asn, domain, port, url, cast(evidence as jsonb),
              first_at, last_at, times,
              case when owner is null then 'unowned' else 'new' end
            from unnest(cast(:ids as uuid[]), :bodies, :handlings,
              cast(:feeds as uuid[]), :batches, cast(:owners as uuid[]), :held,
              :types, :grave, :atOnce, :identifiers, :places, :ips, :asns, :domains,
              :ports, :urls, :evidence, cast(:first as timestamptz[]),
              cast(:last as timestamptz[]), :times)
              as n (id, body, handling, feed, batch, owner, held, type, grave, at_once,
              identifier, place, ip, asn, domain, port, url, evidence, first_at,
              last_at, times)
            order by id
            on conflict (id) do update set
              times = c.times + case when excluded.last_at > c.last_at
                then excluded.times else 0 end,
              first_at = least(c.first_at, excluded.first_at),
              last_at = greatest(c.last_at, excluded.last_at),
              evidence = case when excluded.last_at >= c.last_at
                then excluded.evidence else c.evidence end,
              batch_id = excluded.batch_id,
              handling = greatest(c.handling, excluded.handling),
              at_once = c.at_once or excluded.at_once,
              state = case when c.state in ('fixed', 'gone')
                and excluded.last_at > c.fixed_at then 'again' else c.state end
            """;

    private final JdbcClient jdbc;

    ConcernStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what was seen to what is known, or begins something new; once for each id. */
    void see(List<Drafts.Draft> drafts) {
        jdbc.sql(SEE)
                .param("ids", array(drafts, Drafts.Draft::id, UUID[]::new))
                .param("bodies", array(drafts, one -> one.feed().body(), String[]::new))
                .param(
                        "handlings",
                        array(drafts, one -> one.feed().handling().rank(), Integer[]::new))
                .param("feeds", array(drafts, one -> one.feed().id(), UUID[]::new))
                .param("batches", array(drafts, Drafts.Draft::batch, Long[]::new))
                .param(
                        "owners",
                        drafts.stream()
                                .map(one -> one.held() == null ? null : one.held().owner())
                                .toArray(UUID[]::new))
                .param("held", array(drafts, Drafts.Draft::heldWords, String[]::new))
                .param("types", array(drafts, one -> one.last().type(), String[]::new))
                .param("grave", array(drafts, Drafts.Draft::grave, Boolean[]::new))
                .param("atOnce", array(drafts, one -> one.feed().atOnce(), Boolean[]::new))
                .param("identifiers", array(drafts, one -> one.last().identifier(), String[]::new))
                .param("places", array(drafts, one -> one.last().where().words(), String[]::new))
                .param("ips", array(drafts, Drafts.Draft::ip, String[]::new))
                .param("asns", array(drafts, one -> one.last().where().asn(), Long[]::new))
                .param("domains", array(drafts, one -> one.last().where().domain(), String[]::new))
                .param("ports", array(drafts, one -> one.last().where().port(), Integer[]::new))
                .param("urls", array(drafts, one -> one.last().where().url(), String[]::new))
                .param("evidence", array(drafts, one -> one.last().evidence(), String[]::new))
                .param("first", array(drafts, one -> one.firstAt().toString(), String[]::new))
                .param("last", array(drafts, one -> one.last().at().toString(), String[]::new))
                .param("times", array(drafts, Drafts.Draft::times, Integer[]::new))
                .update();
    }

    private static <T> T[] array(
            List<Drafts.Draft> drafts,
            Function<Drafts.Draft, T> of,
            java.util.function.IntFunction<T[]> make) {
        return drafts.stream().map(of).toArray(make);
    }

    /** Before which moments something grave or usual was told that may be told again. */
    record Before(Instant grave, Instant usual) {}

    /** Owners who are to be told something now, as the rules of each say. */
    List<UUID> ownersToTell(Before before, LocalDate today, int hour) {
        return jdbc.sql(
                        "select distinct c.owner_id from exchange.concern c"
                                + " join exchange.network_owner o on o.id = c.owner_id"
                                + " left join exchange.owner_rule r on r.owner_id = o.id where "
                                + DUE
                                + WANTED)
                .param("hour", hour)
                .param("grave", before.grave().toString())
                .param("usual", before.usual().toString())
                .param("today", today)
                .param("most", OWNERS_AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Trouble as an owner is told of it. */
    record Concern(
            UUID id,
            UUID owner,
            String body,
            Handling handling,
            String type,
            boolean grave,
            String identifier,
            String place,
            String url,
            String held,
            String evidence,
            Instant firstAt,
            Instant lastAt,
            int times,
            String state) {}

    List<Concern> toTell(Collection<UUID> owners, Before before) {
        return jdbc.sql(
                        "select id, owner_id, body, handling, type, grave, identifier, place, url,"
                                + " held, evidence, first_at, last_at, times, state"
                                + " from (select c.*,"
                                + " row_number() over (partition by c.owner_id, c.handling order by"
                                + " c.grave desc, c.last_at desc) as nth from exchange.concern c"
                                + " where c.owner_id = any (:owners) and "
                                + DUE
                                + ") as c where nth <= :most order by owner_id, grave desc, type,"
                                + " last_at desc")
                .param("owners", owners.toArray(UUID[]::new))
                .param("grave", before.grave().toString())
                .param("usual", before.usual().toString())
                .param("most", ITEMS_MAX)
                .query(ConcernStore::concern)
                .list();
    }

    /** What stands in a notice, as it was told. */
    List<Concern> of(UUID notice) {
        return jdbc.sql(
                        """
                        select c.id, c.owner_id, c.body, c.handling, c.type, c.grave, c.identifier,
                          c.place, c.url, c.held, c.evidence, c.first_at, i.last_at, i.times,
                          case when i.again then 'again' else 'new' end
                        from exchange.notice_item i join exchange.concern c on c.id = i.concern_id
                        where i.notice_id = :notice
                        order by c.grave desc, c.type, i.last_at desc, c.id limit :most
                        """)
                .param("notice", notice)
                .param("most", ITEMS_MAX)
                .query(ConcernStore::concern)
                .list();
    }

    void told(Collection<UUID> ids, Instant at) {
        jdbc.sql(
                        """
                        update exchange.concern set state = 'told', told_at = :at, fixed_at = null
                        where id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("at", OwnerStore.utc(at))
                .update();
    }

    /** The owner says of everything in a notice that it is fixed, or not theirs. */
    int settle(UUID notice, String state, Instant at) {
        return jdbc.sql(
                        """
                        update exchange.concern set state = :state,
                          fixed_at = case when :state = 'fixed' then cast(:at as timestamptz) end
                        where state in ('told', 'again', 'disputed', 'new') and id in (
                          select concern_id from exchange.notice_item where notice_id = :notice)
                        """)
                .param("notice", notice)
                .param("state", state)
                .param("at", at.toString())
                .update();
    }

    /** What a person decided of what an owner disputes: it is told once more, or is not theirs. */
    int decided(UUID notice, boolean upheld, Instant at) {
        return jdbc.sql(
                        """
                        update exchange.concern set state = :state,
                          fixed_at = case when :state = 'gone' then cast(:at as timestamptz) end
                        where state = 'disputed' and id in (
                          select concern_id from exchange.notice_item where notice_id = :notice)
                        """)
                .param("notice", notice)
                .param("state", upheld ? "again" : "gone")
                .param("at", at.toString())
                .update();
    }

    /** What nobody saw for long counts as gone. */
    int gone(Instant notSince, Instant now) {
        return jdbc.sql(
                        """
                        update exchange.concern set state = 'gone', fixed_at = :now
                        where state = 'told' and last_at < :since
                        """)
                .param("since", OwnerStore.utc(notSince))
                .param("now", OwnerStore.utc(now))
                .update();
    }

    private static Concern concern(ResultSet row, int number) throws SQLException {
        return new Concern(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Handling.ofRank(row.getInt(4)),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getInt(14),
                row.getString(15));
    }
}
