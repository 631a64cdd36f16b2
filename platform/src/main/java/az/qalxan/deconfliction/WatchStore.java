package az.qalxan.deconfliction;

import az.qalxan.access.Handling;
import az.qalxan.reporting.FoundIdentifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps watch lists; row-level security decides whose a caller sees. */
@Component
class WatchStore {

    private static final String SELECT =
            """
            select id, body, account, owner, kind, value, ground, purpose, handling, created_at,
              until, ended_how, version
            from deconfliction.watch
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WatchStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a list asks for.
     *
     * @param key the link key of an identifier; empty for any
     * @param account whose entries; empty for anybody's
     * @param ending until when an entry ends that is ending
     */
    record Query(WatchFilter filter, String key, String account, Instant ending) {}

    /** The entries that the caller may see, the latest first. */
    List<Watch> page(Query asked, int rows) {
        WatchFilter filter = asked.filter();
        @Nullable UUID after = filter.after();
        return jdbc.sql(
                        SELECT
                                + "where id < :after and "
                                + condition(filter.show())
                                + (filter.body().isEmpty() ? "" : " and body = :body")
                                + (filter.ground().isEmpty() ? "" : " and ground = :ground")
                                + (asked.key().isEmpty() ? "" : " and link_key = :key")
                                + (asked.account().isEmpty() ? "" : " and account = :account")
                                + " order by id desc limit :rows")
                .param("after", after == null ? new UUID(-1, -1) : after)
                .param("now", utc(clock.instant()))
                .param("ending", utc(asked.ending()))
                .param("body", filter.body())
                .param("ground", filter.ground())
                .param("key", asked.key())
                .param("account", asked.account())
                .param("rows", rows)
                .query(this::watch)
                .list();
    }

    private static String condition(WatchFilter.Show show) {
        return switch (show) {
            case LIVE -> "ended_at is null and until > :now";
            case ENDING -> "ended_at is null and until > :now and until <= :ending";
            case NEWS ->
                    """
                    exists (select from deconfliction.notice n
                             where n.watch_id = watch.id and n.seen_at is null)
                    """;
            case OVER -> "(ended_at is not null or until <= :now)";
            case ALL -> "true";
        };
    }

    Optional<Watch> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::watch).optional();
    }

    List<Watch> of(List<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any (cast(:ids as uuid[])) order by id desc")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(this::watch)
                .list();
    }

    /** What new entries have in common. */
    record Terms(String owner, String ground, String purpose, Handling handling, Instant until) {}

    /** Adds an entry for each identifier; one that the caller watches already is left out. */
    List<UUID> insert(List<FoundIdentifier> identifiers, Terms terms) {
        return jdbc.sql(
                        """
                        insert into deconfliction.watch (
                          owner, kind, scheme, value, link_key, ground, purpose, handling,
                          created_at, until)
                        select :owner, kind, scheme, value, key, :ground, :purpose, :handling, :at,
                          :until
                        from unnest(:kind, :scheme, :value, :key) as new (kind, scheme, value, key)
                        on conflict do nothing
                        returning id
                        """)
                .param("owner", terms.owner())
                .param("ground", terms.ground())
                .param("purpose", terms.purpose())
                .param("handling", terms.handling().rank())
                .param("at", utc(clock.instant()))
                .param("until", utc(terms.until()))
                .param("kind", MatchStore.column(identifiers, FoundIdentifier::kind))
                .param("scheme", MatchStore.column(identifiers, FoundIdentifier::scheme))
                .param("value", MatchStore.column(identifiers, FoundIdentifier::value))
                .param("key", MatchStore.column(identifiers, FoundIdentifier::linkKey))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of the keys that this account watches now. */
    Set<String> watched(String account, List<String> keys) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select link_key from deconfliction.watch
                                where account = :account and link_key = any (:keys)
                                  and ended_at is null and until > :now
                                """)
                        .param("account", account)
                        .param("keys", keys.toArray(String[]::new))
                        .param("now", utc(clock.instant()))
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /** How many entries an account has that watch, and how many it made since that moment. */
    record Load(int live, int fresh) {}

    Load load(String account, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) filter (where ended_at is null and until > :now),
                          count(*) filter (where created_at >= :since)
                        from deconfliction.watch where account = :account
                        """)
                .param("account", account)
                .param("now", utc(clock.instant()))
                .param("since", utc(since))
                .query((row, number) -> new Load(row.getInt(1), row.getInt(2)))
                .single();
    }

    boolean renew(Watch watch, Instant until) {
        return jdbc.sql(
                                """
                                update deconfliction.watch
                                set until = :until, version = version + 1
                                where id = :id and version = :version and ended_at is null
                                  and until > :now
                                """)
                        .param("until", utc(until))
                        .param("now", utc(clock.instant()))
                        .param("id", watch.id())
                        .param("version", watch.version())
                        .update()
                == 1;
    }

    boolean end(Watch watch) {
        return jdbc.sql(
                                """
                                update deconfliction.watch
                                set ended_at = :at, ended_how = 'ended', version = version + 1
                                where id = :id and version = :version and ended_at is null
                                """)
                        .param("at", utc(clock.instant()))
                        .param("id", watch.id())
                        .param("version", watch.version())
                        .update()
                == 1;
    }

    /** Ends the entries whose term has passed; gives their ids. */
    List<UUID> expire(Instant now, int most) {
        return jdbc.sql(
                        """
                        update deconfliction.watch
                        set ended_at = until, ended_how = 'expired', version = version + 1
                        where id = any (array(
                          select id from deconfliction.watch
                          where ended_at is null and until <= :now
                          order by until limit :most for update skip locked))
                        returning id
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A step of an entry's life; message key {@code watch.step.<kind>}. */
    record Step(Instant at, String kind, String name, String detail) {}

    void note(List<UUID> watches, Step step) {
        jdbc.sql(
                        """
                        insert into deconfliction.watch_step (watch_id, at, kind, name, detail)
                        select id, :at, :kind, :name, :detail
                        from unnest(cast(:ids as uuid[])) as id
                        """)
                .param("at", utc(step.at()))
                .param("kind", step.kind())
                .param("name", step.name())
                .param("detail", step.detail())
                .param("ids", watches.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    List<Step> steps(UUID watch) {
        return jdbc.sql(
                        """
                        select at, kind, name, detail from deconfliction.watch_step
                        where watch_id = :id order by id limit 500
                        """)
                .param("id", watch)
                .query((row, number) ->
                        new Step(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /** The reports in which the watched identifier appeared and that the caller may read. */
    List<UUID> reports(UUID watch, int most) {
        return jdbc.sql(
                        """
                        select report_id from deconfliction.notice
                        where watch_id = :id order by report_id desc limit :most
                        """)
                .param("id", watch)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Its owner has looked at what appeared. */
    void see(UUID watch) {
        jdbc.sql(
                        """
                        update deconfliction.notice set seen_at = :at
                        where watch_id = :id and seen_at is null
                        """)
                .param("at", utc(clock.instant()))
                .param("id", watch)
                .update();
    }

    /** How many of an account's entries have news, and how many end soon. */
    record Waiting(int news, int ending) {}

    Waiting waiting(String account, Duration reminder) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select count(*) filter (where exists (
                            select from deconfliction.notice n
                            where n.watch_id = w.id and n.seen_at is null)),
                          count(*) filter (where w.ended_at is null and w.until > :now
                            and w.until <= :ending)
                        from deconfliction.watch w where w.account = :account
                        """)
                .param("now", utc(now))
                .param("ending", utc(now.plus(reminder)))
                .param("account", account)
                .query((row, number) -> new Waiting(row.getInt(1), row.getInt(2)))
                .single();
    }

    private Watch watch(ResultSet row, int number) throws SQLException {
        Instant until = row.getObject(11, OffsetDateTime.class).toInstant();
        return new Watch(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Handling.ofRank(row.getInt(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                until,
                state(row.getString(12), until),
                row.getInt(13));
    }

    private Watch.State state(@Nullable String how, Instant until) {
        if (how != null) {
            return how.equals("ended") ? Watch.State.ENDED : Watch.State.EXPIRED;
        }
        return clock.instant().isBefore(until) ? Watch.State.LIVE : Watch.State.EXPIRED;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
