package az.qalxan.monitoring.criterion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps versions of criteria and their signatures. */
@Component
class CriteriaStore {

    private static final int LISTED_MAX = 200;
    private static final String SELECT =
            """
            select number, origin, state, content::text as content, note, account, author, body,
              proposed_at, in_force_at, ended_at, ended_words
            from monitoring.criteria_version
            """;

    private final JdbcClient jdbc;

    CriteriaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a second change waiting until this transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('monitoring.criteria'))")
                .query((row, number) -> "")
                .list();
    }

    Optional<CriteriaVersion> inForce() {
        return versions("where state = 'in-force'", 0).stream().findFirst();
    }

    Optional<CriteriaVersion> proposed() {
        return versions("where state = 'proposed'", 0).stream().findFirst();
    }

    Optional<CriteriaVersion> find(int number) {
        return versions("where number = :number", number).stream().findFirst();
    }

    /** All versions, the newest first. */
    List<CriteriaVersion> history() {
        return versions("", 0);
    }

    private List<CriteriaVersion> versions(String where, int number) {
        Map<Integer, List<CriteriaVersion.Signature>> signatures = signatures(where, number);
        return jdbc.sql(SELECT + where + " order by number desc limit :most")
                .param("number", number)
                .param("most", LISTED_MAX)
                .query((row, place) -> version(row, signatures))
                .list();
    }

    private record Signed(int version, CriteriaVersion.Signature signature) {}

    private Map<Integer, List<CriteriaVersion.Signature>> signatures(String where, int number) {
        return jdbc
                .sql(
                        """
                        select version, account, name, body, at from monitoring.criteria_signature
                        where version in (select number from monitoring.criteria_version
                        """
                                + where
                                + ") order by at limit :most")
                .param("number", number)
                .param("most", LISTED_MAX * 10)
                .query((row, place) ->
                        new Signed(
                                row.getInt(1),
                                new CriteriaVersion.Signature(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Signed::version,
                                Collectors.mapping(Signed::signature, Collectors.toList())));
    }

    /** The latest content that a pack brought; empty before the first. */
    Optional<String> lastOfPack() {
        return jdbc.sql(
                        """
                        select digest from monitoring.criteria_version where origin = 'pack'
                        order by number desc limit 1
                        """)
                .query(String.class)
                .optional();
    }

    /**
     * A version to be kept.
     *
     * @param state proposed, or of a pack's first one in-force
     */
    record Draft(
            boolean ofPack,
            CriteriaVersion.State state,
            String content,
            String digest,
            String note,
            String author,
            String body) {}

    /** Adds a version; its number. */
    int add(Draft draft, Instant at) {
        int number =
                jdbc.sql("select coalesce(max(number), 0) + 1 from monitoring.criteria_version")
                        .query(Integer.class)
                        .single();
        boolean holds = draft.state() == CriteriaVersion.State.IN_FORCE;
        jdbc.sql(
                        """
                        insert into monitoring.criteria_version (number, origin, state, content,
                          digest, note, author, body, proposed_at, in_force_at)
                        values (:number, :origin, :state, cast(:content as jsonb), :digest, :note,
                          :author, :body, :at, cast(:inForce as timestamptz))
                        """)
                .param("number", number)
                .param("origin", draft.ofPack() ? "pack" : "person")
                .param("state", draft.state().code())
                .param("content", draft.content())
                .param("digest", draft.digest())
                .param("note", draft.note())
                .param("author", draft.author())
                .param("body", draft.body())
                .param("at", utc(at))
                .param("inForce", holds ? utc(at) : null)
                .update();
        return number;
    }

    void sign(int version, String name, Instant at) {
        jdbc.sql(
                        """
                        insert into monitoring.criteria_signature (version, name, at)
                        values (:version, :name, :at)
                        """)
                .param("version", version)
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    /** Ends what holds, and puts that version in its place. */
    void putInForce(int version, Instant at) {
        jdbc.sql(
                        """
                        update monitoring.criteria_version set state = 'superseded', ended_at = :at
                        where state = 'in-force'
                        """)
                .param("at", utc(at))
                .update();
        jdbc.sql(
                        """
                        update monitoring.criteria_version
                        set state = 'in-force', in_force_at = :at where number = :version
                        """)
                .param("at", utc(at))
                .param("version", version)
                .update();
    }

    void reject(int version, String words, Instant at) {
        jdbc.sql(
                        """
                        update monitoring.criteria_version
                        set state = 'rejected', ended_at = :at, ended_words = :words
                        where number = :version
                        """)
                .param("at", utc(at))
                .param("words", words)
                .param("version", version)
                .update();
    }

    private static CriteriaVersion version(
            ResultSet row, Map<Integer, List<CriteriaVersion.Signature>> signatures)
            throws SQLException {
        int number = row.getInt("number");
        return new CriteriaVersion(
                number,
                row.getString("origin").equals("pack"),
                CriteriaVersion.State.of(row.getString("state")),
                CriteriaJson.read(row.getString("content")),
                row.getString("note"),
                new CriteriaVersion.Proposer(
                        row.getString("account"), row.getString("author"), row.getString("body")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                instant(row, "in_force_at"),
                instant(row, "ended_at"),
                row.getString("ended_words"),
                signatures.getOrDefault(number, List.of()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
