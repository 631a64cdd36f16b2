package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps votes and decisions; adds rows only. */
@Component
class MeetingDecisionStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Vote.Ballot>> BALLOTS = new TypeReference<>() {};
    private static final int ROWS_MAX = 500;
    private static final String SELECT =
            """
            select d.id, d.number, d.meeting, m.number as meeting_number, d.item, d.vote,
              d.words_az, d.words_en, d.measures, d.until, old.number as reverses,
              later.number as reversed_by, m.handling, d.at
            from strategy.decision d
              join strategy.meeting m on m.id = d.meeting
              left join strategy.decision old on old.id = d.reverses
              left join strategy.decision later on later.reverses = d.id
            """;

    private final JdbcClient jdbc;

    MeetingDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision that is to be kept. */
    record New(
            UUID id,
            UUID meeting,
            UUID item,
            @Nullable UUID vote,
            Words words,
            List<String> measures,
            @Nullable LocalDate until,
            @Nullable UUID reverses) {

        New {
            measures = List.copyOf(measures);
        }
    }

    /** Keeps a decision; gives its number. */
    long insert(New decision, String author, Instant at) {
        return jdbc.sql(
                        """
                        insert into strategy.decision (id, meeting, item, vote, words_az, words_en,
                          measures, until, reverses, at, author)
                        values (:id, :meeting, :item, :vote, :az, :en, :measures, :until,
                          :reverses, :at, :author)
                        returning number
                        """)
                .param("id", decision.id())
                .param("meeting", decision.meeting())
                .param("item", decision.item())
                .param("vote", decision.vote(), Types.OTHER)
                .param("az", decision.words().az())
                .param("en", decision.words().en())
                .param("measures", decision.measures().toArray(String[]::new))
                .param("until", decision.until(), Types.DATE)
                .param("reverses", decision.reverses(), Types.OTHER)
                .param("at", MeetingStore.utc(at))
                .param("author", author)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    Optional<Decision> find(long number) {
        return jdbc.sql(SELECT + "where d.number = :number")
                .param("number", number)
                .query(MeetingDecisionStore::decision)
                .optional();
    }

    List<Decision> ofMeeting(UUID meeting) {
        return jdbc.sql(SELECT + "where d.meeting = :meeting order by d.number")
                .param("meeting", meeting)
                .query(MeetingDecisionStore::decision)
                .list();
    }

    /** Decisions that stand, the latest first. */
    List<Decision> standing() {
        return jdbc.sql(SELECT + "where later.id is null order by d.number desc limit :most")
                .param("most", ROWS_MAX)
                .query(MeetingDecisionStore::decision)
                .list();
    }

    /** Decisions about a measure, the latest first. */
    List<Decision> about(String measure) {
        return jdbc.sql(
                        SELECT
                                + """
                                where :measure = any (d.measures)
                                order by d.number desc limit 50
                                """)
                .param("measure", measure)
                .query(MeetingDecisionStore::decision)
                .list();
    }

    /** Decisions of a time, the first one first. */
    List<Decision> between(Instant from, Instant until) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.at >= :from and d.at < :until order by d.number limit :most
                                """)
                .param("from", MeetingStore.utc(from))
                .param("until", MeetingStore.utc(until))
                .param("most", ROWS_MAX)
                .query(MeetingDecisionStore::decision)
                .list();
    }

    /** Decisions that stand and should have been looked at again by that day. */
    List<Decision> ranOut(LocalDate today) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.until < :today and later.id is null
                                order by d.until, d.number limit :most
                                """)
                .param("today", today)
                .param("most", ROWS_MAX)
                .query(MeetingDecisionStore::decision)
                .list();
    }

    void insert(UUID meeting, Vote vote) {
        jdbc.sql(
                        """
                        insert into strategy.vote (id, meeting, item, question, ballots, present,
                          needed, yes, no, abstained, carried, at)
                        values (:id, :meeting, :item, :question, cast(:ballots as jsonb), :present,
                          :needed, :yes, :no, :abstained, :carried, :at)
                        """)
                .param("id", vote.id())
                .param("meeting", meeting)
                .param("item", vote.item())
                .param("question", vote.question())
                .param("ballots", JSON.writeValueAsString(vote.ballots()))
                .param("present", vote.count().present())
                .param("needed", vote.count().needed())
                .param("yes", vote.count().yes())
                .param("no", vote.count().no())
                .param("abstained", vote.count().abstained())
                .param("carried", vote.count().carried())
                .param("at", MeetingStore.utc(vote.at()))
                .update();
    }

    List<Vote> votes(UUID meeting) {
        return jdbc.sql(
                        """
                        select id, item, question, ballots, present, needed, yes, no, abstained,
                          carried, at
                        from strategy.vote where meeting = :meeting order by at, id
                        """)
                .param("meeting", meeting)
                .query(MeetingDecisionStore::vote)
                .list();
    }

    private static Vote vote(ResultSet row, int number) throws SQLException {
        return new Vote(
                row.getObject("id", UUID.class),
                row.getObject("item", UUID.class),
                row.getString("question"),
                new Vote.Count(
                        row.getInt("present"),
                        row.getInt("needed"),
                        row.getInt("yes"),
                        row.getInt("no"),
                        row.getInt("abstained"),
                        row.getBoolean("carried")),
                JSON.readValue(row.getString("ballots"), BALLOTS),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("meeting", UUID.class),
                row.getLong("meeting_number"),
                row.getObject("item", UUID.class),
                row.getObject("vote", UUID.class),
                new Words(row.getString("words_az"), row.getString("words_en")),
                List.of((String[]) row.getArray("measures").getArray()),
                row.getObject("until", LocalDate.class),
                row.getObject("reverses", Long.class),
                row.getObject("reversed_by", Long.class),
                Handling.ofRank(row.getInt("handling")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
