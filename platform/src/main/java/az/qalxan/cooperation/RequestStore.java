package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests; row-level security decides which of them there are. */
@Component
class RequestStore {

    private static final String SELECT = "select * from cooperation.request ";

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of drawn numbers the first that no request has, whether the caller may see it or not. */
    RequestNumber unused(List<RequestNumber> drawn) {
        return jdbc.sql("select * from cooperation.unused_numbers(:numbers) limit 1")
                .param("numbers", Stored.column(drawn, RequestNumber::value))
                .query((row, number) -> new RequestNumber(row.getString(1)))
                .single();
    }

    /**
     * Stores a new request.
     *
     * @param messageId of the message that brought it; null for none
     * @return false when that message has brought one already
     */
    boolean insert(Request fresh, NextMoment next, @Nullable String messageId) {
        RequestRow row = RequestRow.of(fresh);
        RequestHead head = row.head();
        JdbcClient.StatementSpec insert =
                jdbc.sql(
                                """
                                insert into cooperation.request (id, number, kind, direction, state,
                                  emergency, counterpart_state, counterpart, counterpart_name,
                                  counterpart_zone, counterpart_reference, own_reference, substance,
                                  subject, follows, channel, message_id, received_at, since,
                                  next_at, next_code, next_kind, created_at, changed_at, body,
                                  executor, handling, compartment, home_case)
                                values (:id, :number, :kind, :direction, :state, :emergency,
                                  :counterpartState, cast(:counterpart as jsonb), :counterpartName,
                                  :zone, :reference, :own, cast(:substance as jsonb), :subject,
                                  :follows, :channel, :message, :received, :since, :nextAt,
                                  :nextCode, :nextKind, :created, :created, :body, :executor,
                                  :handling, :compartment, :case)
                                on conflict on constraint request_taken_once do nothing
                                """)
                        .param("number", head.number().value())
                        .param("kind", RequestKinds.code(head.kind()))
                        .param("direction", head.direction().code())
                        .param("counterpartState", head.counterpart().state())
                        .param("follows", head.follows())
                        .param("channel", head.channel())
                        .param("message", messageId)
                        .param("created", Stored.utc(head.createdAt()))
                        .param("body", head.sight().body().value())
                        .param("handling", head.sight().handling().rank())
                        .param("compartment", head.sight().compartment())
                        .param("case", emptyIsNull(head.sight().homeCase()))
                        .param("received", Stored.utcOrNull(row.moments().received()));
        return next(common(insert, row), next).update() == 1;
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static JdbcClient.StatementSpec common(JdbcClient.StatementSpec sql, RequestRow row) {
        RequestHead head = row.head();
        return sql.param("id", head.id())
                .param("state", row.state())
                .param("emergency", head.emergency())
                .param("counterpart", Stored.json(head.counterpart()))
                .param("counterpartName", head.counterpart().name())
                .param("zone", head.counterpart().zone().getId())
                .param("reference", head.counterpart().reference())
                .param("own", head.substance().ownReference())
                .param("substance", Stored.json(head.substance()))
                .param("subject", head.substance().subject())
                .param("executor", head.sight().executor())
                .param("since", Stored.utc(row.since()));
    }

    private static JdbcClient.StatementSpec next(
            JdbcClient.StatementSpec sql, @Nullable NextMoment next) {
        return sql.param("nextAt", Stored.utcOrNull(next == null ? null : next.at()))
                .param("nextCode", next == null ? "" : next.code())
                .param("nextKind", next == null ? "" : next.kind());
    }

    /** What a change of state stores beside the request itself. */
    record Change(@Nullable NextMoment next, @Nullable Instant floorEndsAt, Instant at) {}

    /** Stores a new state; false when somebody changed the request since it was read. */
    boolean save(Request changed, Change change) {
        RequestRow row = RequestRow.of(changed);
        Moments moments = row.moments();
        JdbcClient.StatementSpec update =
                jdbc.sql(
                                """
                                update cooperation.request
                                set state = :state, emergency = :emergency,
                                  counterpart = cast(:counterpart as jsonb),
                                  counterpart_name = :counterpartName, counterpart_zone = :zone,
                                  counterpart_reference = :reference, own_reference = :own,
                                  substance = cast(:substance as jsonb), subject = :subject,
                                  executor = :executor, received_at = :received, sent_at = :sent,
                                  confirmed_at = :confirmed, ordered_at = :ordered,
                                  effect_at = :effect, floor_ends_at = :floor, cycle = :cycle,
                                  since = :since, ground = :ground, reason = :reason,
                                  ended_at = :ended, next_at = :nextAt, next_code = :nextCode,
                                  next_kind = :nextKind, changed_at = :at, version = version + 1,
                                  officer_account = case
                                    when :officerAccount <> '' then :officerAccount
                                    when :state = 'received' then '' else officer_account end,
                                  officer = case when :officerAccount <> '' then :officer
                                    when :state = 'received' then '' else officer end
                                where id = :id and version = :version
                                """)
                        .param("received", Stored.utcOrNull(moments.received()))
                        .param("sent", Stored.utcOrNull(moments.sent()))
                        .param("confirmed", Stored.utcOrNull(moments.confirmed()))
                        .param("ordered", Stored.utcOrNull(moments.ordered()))
                        .param("effect", Stored.utcOrNull(moments.effect()))
                        .param("floor", Stored.utcOrNull(change.floorEndsAt()))
                        .param("cycle", row.cycle())
                        .param("ground", row.ground())
                        .param("reason", row.reason())
                        .param("ended", Stored.utcOrNull(row.endedAt()))
                        .param("officerAccount", row.officer().account())
                        .param("officer", row.officer().name())
                        .param("at", Stored.utc(change.at()))
                        .param("version", row.head().version());
        return next(common(update, row), change.next()).update() == 1;
    }

    /** Notes which preservation a request for assistance follows. */
    void follow(UUID assistance, UUID preservation) {
        jdbc.sql("update cooperation.request set follows = :it where id = :id and follows is null")
                .param("it", preservation)
                .param("id", assistance)
                .update();
    }

    /** Stores what runs out next without another version: a task was raised, not changed. */
    void next(UUID id, @Nullable NextMoment next) {
        next(
                        jdbc.sql(
                                        """
                                        update cooperation.request set next_at = :nextAt,
                                          next_code = :nextCode, next_kind = :nextKind
                                        where id = :id and ended_at is null
                                        """)
                                .param("id", id),
                        next)
                .update();
    }

    /** The same after clocks were counted anew. */
    void recounted(UUID id, @Nullable Instant floorEndsAt, @Nullable NextMoment next) {
        jdbc.sql("update cooperation.request set floor_ends_at = :floor where id = :id")
                .param("floor", Stored.utcOrNull(floorEndsAt))
                .param("id", id)
                .update();
        next(id, next);
    }

    Optional<RequestLine> find(RequestNumber number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number.value())
                .query(RequestStore::line)
                .optional();
    }

    /** Holds the row until the transaction ends, so that steps come one by one. */
    Optional<RequestLine> lock(RequestNumber number) {
        return jdbc.sql(SELECT + "where number = :number for update")
                .param("number", number.value())
                .query(RequestStore::line)
                .optional();
    }

    Optional<RequestLine> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(RequestStore::line)
                .optional();
    }

    Optional<RequestLine> ofMessage(String channel, String messageId) {
        return jdbc.sql(SELECT + "where channel = :channel and message_id = :message")
                .param("channel", channel)
                .param("message", messageId)
                .query(RequestStore::line)
                .optional();
    }

    List<RequestLine> of(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any (cast(:ids as uuid[])) order by created_at desc")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(RequestStore::line)
                .list();
    }

    /** The requests for assistance that follow a preservation. */
    List<RequestLine> following(UUID preservation) {
        return jdbc.sql(SELECT + "where follows = :id order by created_at limit 100")
                .param("id", preservation)
                .query(RequestStore::line)
                .list();
    }

    /** How many of them are undecided, whether the caller sees them or not. */
    long undecided(UUID preservation) {
        return jdbc.sql("select cooperation.undecided_assistance(:id)")
                .param("id", preservation)
                .query(Long.class)
                .single();
    }

    static RequestLine line(ResultSet row, int number) throws SQLException {
        Request request =
                new RequestRow(
                                head(row),
                                row.getString("state"),
                                moments(row),
                                row.getInt("cycle"),
                                Stored.instant(row, "since"),
                                new Request.Officer(
                                        row.getString("officer_account"), row.getString("officer")),
                                row.getString("ground"),
                                row.getString("reason"))
                        .request();
        @Nullable Instant next = Stored.instantOrNull(row, "next_at");
        return new RequestLine(
                request,
                row.getString("officer"),
                next == null
                        ? null
                        : new NextMoment(
                                next, row.getString("next_code"), row.getString("next_kind")));
    }

    private static RequestHead head(ResultSet row) throws SQLException {
        @Nullable String home = row.getString("home_case");
        return new RequestHead(
                row.getObject("id", UUID.class),
                new RequestNumber(row.getString("number")),
                RequestKinds.of(row.getString("kind")),
                Direction.of(row.getString("direction")),
                row.getBoolean("emergency"),
                Stored.json(row.getString("counterpart"), Counterpart.class),
                Stored.json(row.getString("substance"), Substance.class),
                row.getObject("follows", UUID.class),
                new Sight(
                        new BodyCode(row.getString("body")),
                        row.getString("executor"),
                        Handling.ofRank(row.getInt("handling")),
                        row.getObject("compartment", UUID.class),
                        home == null ? "" : home),
                row.getString("channel"),
                Stored.instant(row, "created_at"),
                row.getInt("version"));
    }

    private static Moments moments(ResultSet row) throws SQLException {
        return new Moments(
                Stored.instantOrNull(row, "received_at"),
                Stored.instantOrNull(row, "sent_at"),
                Stored.instantOrNull(row, "confirmed_at"),
                Stored.instantOrNull(row, "ordered_at"),
                Stored.instantOrNull(row, "effect_at"));
    }
}
