package az.qalxan.strategy.meeting;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps meetings, who sits in them, who came and what was done to them. */
@Component
class MeetingStore {

    private static final int ROWS_MAX = 500;
    private static final String SELECT =
            """
            select id, number, starts_at, place, title_az, title_en, handling, state, version,
              presiding, opened_at, closed_at, author
            from strategy.meeting
            """;

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new meeting; gives its number. */
    long insert(UUID id, Meeting.Plan plan, BodyCode body, MeetingStep planned) {
        return jdbc.sql(
                        """
                        insert into strategy.meeting (id, body, handling, starts_at, place,
                          title_az, title_en, state, planned_at, author)
                        values (:id, :body, :handling, :start, :place, :az, :en, 'planned', :at,
                          :author)
                        returning number
                        """)
                .param("id", id)
                .param("body", body.value())
                .param("handling", plan.handling().rank())
                .param("start", utc(plan.start()))
                .param("place", plan.place())
                .param("az", plan.title().az())
                .param("en", plan.title().en())
                .param("at", utc(planned.at()))
                .param("author", planned.name())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    Optional<Meeting> find(long number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query(MeetingStore::meeting)
                .optional();
    }

    /** The meeting, which nobody else changes until the transaction ends. */
    Optional<Meeting> lock(long number) {
        return jdbc.sql(SELECT + "where number = :number for update")
                .param("number", number)
                .query(MeetingStore::meeting)
                .optional();
    }

    /** The latest meetings, those to come first. */
    List<Meeting> latest() {
        return jdbc.sql(SELECT + "order by starts_at desc limit :most")
                .param("most", ROWS_MAX)
                .query(MeetingStore::meeting)
                .list();
    }

    /** The meeting before that moment that was closed last. */
    Optional<Meeting> closedBefore(Instant moment) {
        return jdbc.sql(
                        SELECT
                                + """
                                where state = 'closed' and starts_at < :moment
                                order by starts_at desc limit 1
                                """)
                .param("moment", utc(moment))
                .query(MeetingStore::meeting)
                .optional();
    }

    /** The next version of the meeting; false when somebody else changed it meanwhile. */
    boolean change(Meeting before, Meeting after) {
        return jdbc.sql(
                                """
                                update strategy.meeting
                                set starts_at = :start, place = :place, title_az = :az,
                                  title_en = :en, state = :state, version = version + 1,
                                  presiding = :presiding, opened_at = :opened, closed_at = :closed
                                where id = :id and version = :version
                                """)
                        .param("start", utc(after.plan().start()))
                        .param("place", after.plan().place())
                        .param("az", after.plan().title().az())
                        .param("en", after.plan().title().en())
                        .param("state", after.state().code())
                        .param("presiding", after.presiding(), Types.OTHER)
                        .param("opened", maybe(after.openedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("closed", maybe(after.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    void add(UUID meeting, MeetingStep step) {
        jdbc.sql(
                        """
                        insert into strategy.meeting_step (meeting, kind, starts_at, place, words,
                          at, name)
                        values (:meeting, :kind, :start, :place, :words, :at, :name)
                        """)
                .param("meeting", meeting)
                .param("kind", step.kind().code())
                .param("start", maybe(step.start()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("place", step.place())
                .param("words", step.words())
                .param("at", utc(step.at()))
                .param("name", step.name())
                .update();
    }

    List<MeetingStep> steps(UUID meeting) {
        return jdbc.sql(
                        """
                        select kind, starts_at, place, words, at, name
                        from strategy.meeting_step where meeting = :meeting order by id
                        """)
                .param("meeting", meeting)
                .query((row, number) ->
                        new MeetingStep(
                                MeetingStep.Kind.of(row.getString("kind")),
                                moment(row, "starts_at"),
                                row.getString("place"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("name")))
                .list();
    }

    void seat(UUID meeting, int place, Seat seat) {
        jdbc.sql(
                        """
                        insert into strategy.seat (id, meeting, place, role, body, post, person,
                          votes)
                        values (:id, :meeting, :place, :role, :body, :post, :person, :votes)
                        """)
                .param("id", seat.id())
                .param("meeting", meeting)
                .param("place", place)
                .param("role", seat.role().code())
                .param("body", seat.body())
                .param("post", seat.post())
                .param("person", seat.person())
                .param("votes", seat.votes())
                .update();
    }

    boolean takeAway(UUID meeting, UUID seat) {
        return jdbc.sql("delete from strategy.seat where id = :id and meeting = :meeting")
                        .param("id", seat)
                        .param("meeting", meeting)
                        .update()
                == 1;
    }

    List<Seat> seats(UUID meeting) {
        return jdbc.sql(
                        """
                        select id, role, body, post, person, votes
                        from strategy.seat where meeting = :meeting
                        order by case role when 'chair' then 0 when 'secretary' then 1
                          when 'member' then 2 else 3 end, place
                        """)
                .param("meeting", meeting)
                .query((row, number) ->
                        new Seat(
                                row.getObject("id", UUID.class),
                                Seat.Role.of(row.getString("role")),
                                row.getString("body"),
                                row.getString("post"),
                                row.getString("person"),
                                row.getBoolean("votes")))
                .list();
    }

    void note(UUID meeting, Presence presence) {
        jdbc.sql(
                        """
                        insert into strategy.presence (meeting, seat, arrived, stand_in, at)
                        values (:meeting, :seat, :arrived, :standIn, :at)
                        """)
                .param("meeting", meeting)
                .param("seat", presence.seat())
                .param("arrived", presence.arrived())
                .param("standIn", presence.standIn())
                .param("at", utc(presence.at()))
                .update();
    }

    List<Presence> presence(UUID meeting) {
        return jdbc.sql(
                        """
                        select seat, arrived, stand_in, at from strategy.presence
                        where meeting = :meeting order by id
                        """)
                .param("meeting", meeting)
                .query((row, number) ->
                        new Presence(
                                row.getObject(1, UUID.class),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Meeting.Plan(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        new Words(row.getString("title_az"), row.getString("title_en")),
                        Handling.ofRank(row.getInt("handling"))),
                Meeting.State.of(row.getString("state")),
                row.getInt("version"),
                row.getObject("presiding", UUID.class),
                moment(row, "opened_at"),
                moment(row, "closed_at"),
                row.getString("author"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime maybe(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
