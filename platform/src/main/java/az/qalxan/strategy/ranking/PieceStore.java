package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/** Keeps pieces of evidence in versions; a version is decided once and never changed. */
@Component
class PieceStore {

    static final int LISTED_MAX = 5_000;
    private static final String SELECT =
            """
            select v.id, v.evidence, e.number, v.version, v.ends, v.kind, v.title, v.reference,
              v.dated, v.fresh_months, v.owner, v.words, v.account, v.author, v.body, v.at,
              v.state, v.decided_by, v.decider, v.decided_at, v.decision
            from strategy.ranking_version v
            join strategy.ranking_evidence e on e.id = v.evidence
            """;

    private final JdbcClient jdbc;

    PieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new piece of evidence; gives its number. */
    long insert(Evidence.Content content, Caller caller, Instant at) {
        UUID id =
                jdbc.sql("insert into strategy.ranking_evidence default values returning id")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .single();
        insert(new Next(id, 1, false, content), caller, at);
        return jdbc.sql("select number from strategy.ranking_evidence where id = :id")
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** A version to be kept. */
    record Next(UUID evidence, int version, boolean ends, Evidence.Content content) {}

    void insert(Next next, Caller caller, Instant at) {
        Evidence.Content content = next.content();
        UUID id =
                jdbc.sql(
                                """
                                insert into strategy.ranking_version (evidence, version, ends,
                                  kind, title, reference, dated, fresh_months, owner, words,
                                  author, body, at)
                                values (:evidence, :version, :ends, :kind, :title, :reference,
                                  :dated, :months, :owner, :words, :author, :body, :at)
                                returning id
                                """)
                        .param("evidence", next.evidence())
                        .param("version", next.version())
                        .param("ends", next.ends())
                        .param("kind", content.kind().code())
                        .param("title", content.title())
                        .param("reference", content.reference())
                        .param("dated", content.dated())
                        .param("months", content.freshMonths())
                        .param("owner", content.owner())
                        .param("words", content.words())
                        .param("author", caller.name())
                        .param("body", caller.body().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .single();
        insertLinks(id, content.links());
    }

    private void insertLinks(UUID version, List<Evidence.Link> links) {
        jdbc.sql(
                        """
                        insert into strategy.ranking_link (version, ranking, edition, question,
                          answer)
                        select :version, * from unnest(:rankings, :editions, :questions, :answers)
                        """)
                .param("version", version)
                .param("rankings", array(links.stream().map(one -> one.question().ranking())))
                .param("editions", array(links.stream().map(one -> one.question().edition())))
                .param("questions", array(links.stream().map(one -> one.question().question())))
                .param("answers", array(links.stream().map(one -> one.answer().code())))
                .update();
    }

    private static String[] array(java.util.stream.Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** The newest approved version of each piece, without those that ended. */
    List<Evidence> inForce() {
        return whole(
                        jdbc.sql(
                                        SELECT
                                                + """
                                                where v.state = 'approved' and v.version =
                                                  (select max(n.version)
                                                   from strategy.ranking_version n
                                                   where n.evidence = v.evidence
                                                     and n.state = 'approved')
                                                order by e.number limit :most
                                                """)
                                .param("most", LISTED_MAX)
                                .query(PieceStore::bare)
                                .list())
                .stream()
                .filter(one -> !one.ends())
                .toList();
    }

    /** What waits for a second person, the oldest first. */
    List<Evidence> open() {
        return whole(
                jdbc.sql(SELECT + "where v.state = 'open' order by v.at, v.id limit :most")
                        .param("most", LISTED_MAX)
                        .query(PieceStore::bare)
                        .list());
    }

    /** The versions of a piece, the newest first. */
    List<Evidence> versions(long number) {
        return whole(
                jdbc.sql(SELECT + "where e.number = :number order by v.version desc limit :most")
                        .param("number", number)
                        .param("most", LISTED_MAX)
                        .query(PieceStore::bare)
                        .list());
    }

    /** Lets nobody else add a version to the piece until the transaction ends. */
    void lock(long number) {
        jdbc.sql("select pg_advisory_xact_lock(:number, 1640)")
                .param("number", (int) number)
                .query((row, count) -> "")
                .list();
    }

    /** Ends an open version; false when it has ended already. */
    boolean decide(UUID version, Evidence.State state, Evidence.Decision decision) {
        return jdbc.sql(
                                """
                                update strategy.ranking_version
                                set state = :state, decided_by = :account, decider = :name,
                                  decided_at = :at, decision = :words
                                where id = :id and state = 'open'
                                """)
                        .param("state", state.code())
                        .param("account", decision.account())
                        .param("name", decision.name())
                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                        .param("words", decision.words())
                        .param("id", version)
                        .update()
                == 1;
    }

    private List<Evidence> whole(List<Evidence> bare) {
        Map<UUID, List<Evidence.Link>> links = new HashMap<>();
        jdbc.sql(
                        """
                        select version, ranking, edition, question, answer
                        from strategy.ranking_link
                        where version = any (cast(:ids as uuid[]))
                        order by ranking, edition, question
                        """)
                .param("ids", array(bare.stream().map(one -> one.id().toString())))
                .query(row -> {
                    links.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(link(row));
                });
        return bare.stream().map(one -> one.with(links.getOrDefault(one.id(), List.of()))).toList();
    }

    private static Evidence.Link link(ResultSet row) throws SQLException {
        String answer = row.getString(5);
        return new Evidence.Link(
                new QuestionRef(row.getString(2), row.getString(3), row.getString(4)),
                known(Answer.parse(answer), answer));
    }

    private static Evidence bare(ResultSet row, int count) throws SQLException {
        String kind = row.getString(6);
        Evidence.Content content =
                new Evidence.Content(
                        known(EvidenceKind.of(kind), kind),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, LocalDate.class),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12),
                        List.of());
        return new Evidence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getInt(4),
                row.getBoolean(5),
                content,
                new Evidence.Proposed(
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        row.getObject(16, OffsetDateTime.class).toInstant()),
                Evidence.State.valueOf(row.getString(17).toUpperCase(Locale.ROOT)),
                decision(row));
    }

    private static Evidence.@Nullable Decision decision(ResultSet row) throws SQLException {
        @Nullable String account = row.getString(18);
        return account == null
                ? null
                : new Evidence.Decision(
                        account,
                        row.getString(19),
                        row.getObject(20, OffsetDateTime.class).toInstant(),
                        row.getString(21));
    }

    private static <T> T known(Optional<T> read, String stored) {
        return read.orElseThrow(() -> new IllegalStateException("stored unread: " + stored));
    }
}
