package az.qalxan.deconfliction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps asks, statements and what happened about a hit; row-level security decides who sees them.
 */
@Component
class AskStore {

    private static final String SELECT =
            """
            select id, hit_id, asking, owner, asker, ground, purpose, asked_at, state, decider,
              decided_at, words, until, ended_how, version
            from deconfliction.ask
            """;
    private static final int ASKS_OF_HIT_MAX = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AskStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Ask> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::ask)
                .optional();
    }

    /** The asks of a hit in both directions, the latest first. */
    List<Ask> of(UUID hit) {
        return of(List.of(hit));
    }

    /** The asks of these hits, the latest first. */
    List<Ask> of(Collection<UUID> hits) {
        return jdbc.sql(
                        SELECT
                                + """
                                where hit_id = any (cast(:hits as uuid[]))
                                order by asked_at desc, id limit :most
                                """)
                .param("hits", hits.stream().map(UUID::toString).toArray(String[]::new))
                .param("most", ASKS_OF_HIT_MAX * Math.max(1, hits.size()))
                .query(this::ask)
                .list();
    }

    /** What a question says. */
    record Question(UUID hit, String owner, String asker, String ground, String purpose) {}

    UUID put(Question question) {
        return jdbc.sql(
                        """
                        insert into deconfliction.ask (
                          hit_id, owner, asker, ground, purpose, asked_at)
                        values (:hit, :owner, :asker, :ground, :purpose, :at) returning id
                        """)
                .param("hit", question.hit())
                .param("owner", question.owner())
                .param("asker", question.asker())
                .param("ground", question.ground())
                .param("purpose", question.purpose())
                .param("at", utc(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** How many questions the caller has put since that moment. */
    int putSince(String account, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from deconfliction.ask
                        where asking = database.caller_body() and account = :account
                          and asked_at >= :since
                        """)
                .param("account", account)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** A decision on a question: by whom, when, and the reason of a refusal. */
    record Decision(String decider, Instant at, String words) {}

    /** Moves an ask that nobody has moved since it was read; false otherwise. */
    boolean consent(Ask ask, Disclosure.Consented to, Decision decision) {
        return decide(ask, to, decision, to.until());
    }

    boolean refuse(Ask ask, Disclosure.Refused to, Decision decision) {
        return decide(ask, to, decision, null);
    }

    private boolean decide(Ask ask, Disclosure to, Decision decision, @Nullable Instant until) {
        return jdbc.sql(
                                """
                                update deconfliction.ask
                                set state = :state, decider = :decider, decided_at = :at,
                                    words = :words, until = cast(:until as timestamptz),
                                    version = version + 1
                                where id = :id and version = :version and state = 'asked'
                                """)
                        .param("state", to.code())
                        .param("decider", decision.decider())
                        .param("at", utc(decision.at()))
                        .param("words", decision.words())
                        .param("until", until == null ? null : utc(until))
                        .param("id", ask.id())
                        .param("version", ask.version())
                        .update()
                == 1;
    }

    boolean withdraw(Ask ask, Disclosure.Withdrawn to) {
        return jdbc.sql(
                                """
                                update deconfliction.ask
                                set state = :state, version = version + 1
                                where id = :id and version = :version and state = 'asked'
                                """)
                        .param("state", to.code())
                        .param("id", ask.id())
                        .param("version", ask.version())
                        .update()
                == 1;
    }

    boolean end(Ask ask, Disclosure.Ended to, Instant at) {
        return jdbc.sql(
                                """
                                update deconfliction.ask
                                set state = :state, ended_how = :how, ended_at = :at,
                                    version = version + 1
                                where id = :id and version = :version and state = 'consented'
                                """)
                        .param("state", to.code())
                        .param("how", to.how().code())
                        .param("at", utc(at))
                        .param("id", ask.id())
                        .param("version", ask.version())
                        .update()
                == 1;
    }

    /** Ends the consents that are over by that moment; gives their asks' ids. */
    List<UUID> expire(Instant at, int most) {
        return jdbc.sql(
                        """
                        update deconfliction.ask
                        set state = 'ended', ended_how = 'expired', ended_at = :at,
                            version = version + 1
                        where id = any (array(
                          select id from deconfliction.ask
                          where state = 'consented' and until <= :at
                          order by until limit :most for update skip locked))
                        returning id
                        """)
                .param("at", utc(at))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void state(UUID ask, String text) {
        jdbc.sql("insert into deconfliction.statement (ask_id, text) values (:ask, :text)")
                .param("ask", ask)
                .param("text", text)
                .update();
    }

    /** What the owner chose to say; empty for whom it is not, or not any more. */
    Optional<String> statement(UUID ask) {
        return jdbc.sql("select text from deconfliction.statement where ask_id = :ask")
                .param("ask", ask)
                .query(String.class)
                .optional();
    }

    /**
     * Something that was done.
     *
     * @param kind message key {@code hit.happening.<kind>}
     * @param audience the only body that may see it; empty for both
     */
    record Happening(Instant at, String kind, String body, String name, String detail) {}

    void note(UUID hit, Happening happening, String audience) {
        jdbc.sql(
                        """
                        insert into deconfliction.happening (
                          hit_id, at, kind, name, detail, audience)
                        values (:hit, :at, :kind, :name, :detail, :audience)
                        """)
                .param("hit", hit)
                .param("at", utc(happening.at()))
                .param("kind", happening.kind())
                .param("name", happening.name())
                .param("detail", happening.detail())
                .param("audience", audience)
                .update();
    }

    List<Happening> happenings(UUID hit) {
        return jdbc.sql(
                        """
                        select at, kind, body, name, detail from deconfliction.happening
                        where hit_id = :hit order by id limit 500
                        """)
                .param("hit", hit)
                .query((row, number) ->
                        new Happening(
                                Objects.requireNonNull(instant(row, "at")),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .list();
    }

    private Ask ask(ResultSet row, int number) throws SQLException {
        @Nullable Instant until = instant(row, "until");
        return new Ask(
                row.getObject("id", UUID.class),
                row.getObject("hit_id", UUID.class),
                row.getString("asking"),
                row.getString("owner"),
                row.getString("asker"),
                row.getString("ground"),
                row.getString("purpose"),
                Objects.requireNonNull(instant(row, "asked_at")),
                state(row.getString("state"), until, row.getString("ended_how")),
                row.getString("decider"),
                instant(row, "decided_at"),
                row.getString("words"),
                until,
                row.getInt("version"));
    }

    private Disclosure state(String code, @Nullable Instant until, @Nullable String how) {
        return switch (code) {
            case "asked" -> new Disclosure.Asked();
            case "consented" ->
                    new Disclosure.Consented(Objects.requireNonNull(until)).at(clock.instant());
            case "refused" -> new Disclosure.Refused();
            case "withdrawn" -> new Disclosure.Withdrawn();
            case "ended" ->
                    new Disclosure.Ended(
                            Disclosure.End.valueOf(
                                    Objects.requireNonNull(how)
                                            .toUpperCase(java.util.Locale.ROOT)));
            default -> throw new IllegalStateException("an unknown state is stored: " + code);
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
