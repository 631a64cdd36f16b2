package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.StateCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps recommendations and what became of them; adds rows only. */
@Component
class RecommendationStore {

    private static final String SELECT =
            """
            select id, number, state, instrument, article, title, words, asked, source,
              answer_due, made_at, author
            from law.recommendation
            """;

    private final JdbcClient jdbc;

    RecommendationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new one; gives its number. */
    long insert(Recommendation.Wish wish, String author, Instant at) {
        return jdbc.sql(
                        """
                        insert into law.recommendation (state, instrument, article, title, words,
                          asked, source, answer_due, made_at, author)
                        values (:state, :instrument, :article, :title, :words, :asked, :source,
                          :due, :at, :author)
                        returning number
                        """)
                .param("state", wish.state().code())
                .param("instrument", wish.clause().instrument())
                .param("article", wish.clause().article())
                .param("title", wish.title())
                .param("words", wish.words())
                .param("asked", wish.asked())
                .param("source", wish.source())
                .param("due", wish.answerDue(), java.sql.Types.DATE)
                .param("at", RecordingStore.utc(at))
                .param("author", author)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    void add(UUID recommendation, Recommendation.Step step) {
        Recommendation.@Nullable Verdict verdict = step.verdict();
        jdbc.sql(
                        """
                        insert into law.recommendation_step (recommendation, kind, verdict, words,
                          source, answered_on, at, name)
                        values (:recommendation, :kind, :verdict, :words, :source, :on, :at, :name)
                        """)
                .param("recommendation", recommendation)
                .param("kind", step.kind().code())
                .param("verdict", verdict == null ? null : verdict.code(), java.sql.Types.VARCHAR)
                .param("words", step.words())
                .param("source", step.source())
                .param("on", step.answeredOn(), java.sql.Types.DATE)
                .param("at", RecordingStore.utc(step.at()))
                .param("name", step.name())
                .update();
    }

    /** Lets nobody else add a step to it until the transaction ends. */
    void lock(UUID recommendation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 1304))")
                .param("id", recommendation.toString())
                .query((row, number) -> "")
                .list();
    }

    Optional<Recommendation> find(long number) {
        return whole(
                        jdbc.sql(SELECT + "where number = :number")
                                .param("number", number)
                                .query(RecommendationStore::bare)
                                .list())
                .stream()
                .findFirst();
    }

    /** The latest first. */
    List<Recommendation> latest(int most) {
        return whole(
                jdbc.sql(SELECT + "order by number desc limit :most")
                        .param("most", most)
                        .query(RecommendationStore::bare)
                        .list());
    }

    private List<Recommendation> whole(List<Recommendation> bare) {
        Map<UUID, List<Recommendation.Step>> steps = new HashMap<>();
        jdbc.sql(
                        """
                        select recommendation, kind, verdict, words, source, answered_on, at, name
                        from law.recommendation_step
                        where recommendation = any (cast(:ids as uuid[])) order by id
                        """)
                .param("ids", bare.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), step(row)))
                .list()
                .forEach(one ->
                        steps.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                                .add(one.getValue()));
        return bare.stream()
                .map(one ->
                        new Recommendation(
                                one.id(),
                                one.number(),
                                one.wish(),
                                one.madeAt(),
                                one.author(),
                                steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Recommendation bare(ResultSet row, int number) throws SQLException {
        return new Recommendation(
                row.getObject(1, UUID.class),
                row.getLong(2),
                new Recommendation.Wish(
                        new StateCode(row.getString(3)),
                        new Clause(row.getString(4), row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getObject(10, LocalDate.class)),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getString(12),
                List.of());
    }

    private static Recommendation.Step step(ResultSet row) throws SQLException {
        @Nullable String verdict = row.getString(3);
        return new Recommendation.Step(
                Recommendation.StepKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                verdict == null
                        ? null
                        : Recommendation.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8));
    }
}
