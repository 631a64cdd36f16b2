package az.qalxan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the versions of the access matrix. */
@Repository
class MatrixStore {

    private static final String SELECT =
            """
            select number, state, note, based_on, proposed_at, proposer, proposer_name,
                   proposer_body, in_force_at, ended_at, ended_reason
            from access.matrix_version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MatrixStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a proposed version with its rules; its number. */
    int propose(String note, @Nullable Integer basedOn, Caller proposer, List<MatrixRule> rules) {
        return insert(note, basedOn, proposer.name(), proposer.body().value(), rules);
    }

    /** Adds the version that the system itself proposes. */
    int bootstrap(String note, List<MatrixRule> rules) {
        return insert(note, null, "Qalxan", "", rules);
    }

    private int insert(
            String note,
            @Nullable Integer basedOn,
            String name,
            String body,
            List<MatrixRule> rules) {
        int number =
                jdbc.sql("select coalesce(max(number), 0) + 1 from access.matrix_version")
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        insert into access.matrix_version
                          (number, state, note, based_on, proposed_at, proposer_name, proposer_body)
                        values (:number, 'proposed', :note, :based, :at, :name, :body)
                        """)
                .param("number", number)
                .param("note", note)
                .param("based", basedOn)
                .param("at", now())
                .param("name", name)
                .param("body", body)
                .update();
        insertRules(number, rules);
        return number;
    }

    private void insertRules(int version, List<MatrixRule> rules) {
        jdbc.sql(
                        """
                        insert into access.matrix_rule
                          (version, id, role, module, verb, reach, ceiling, bodies,
                           reason_az, reason_en)
                        select :version, id, role, module, verb, reach, ceiling,
                               string_to_array(bodies, ' '), reason_az, reason_en
                        from unnest(:ids, :roles, :modules, :verbs, :reaches, :ceilings, :bodies,
                                    :az, :en)
                          as r(id, role, module, verb, reach, ceiling, bodies, reason_az, reason_en)
                        """)
                .param("version", version)
                .param("ids", column(rules, MatrixRule::id))
                .param("roles", column(rules, rule -> rule.role().code()))
                .param("modules", column(rules, rule -> rule.right().module().code()))
                .param("verbs", column(rules, rule -> rule.right().verb().code()))
                .param("reaches", column(rules, rule -> rule.reach().code()))
                .param("ceilings", ranks(rules))
                .param("bodies", column(rules, rule -> rule.bodies().toString()))
                .param("az", column(rules, rule -> rule.reason().azerbaijani()))
                .param("en", column(rules, rule -> rule.reason().english()))
                .update();
    }

    private static String[] column(
            List<MatrixRule> rules, java.util.function.Function<MatrixRule, String> field) {
        return rules.stream().map(field).toArray(String[]::new);
    }

    private static Short[] ranks(List<MatrixRule> rules) {
        return rules.stream().map(rule -> (short) rule.ceiling().rank()).toArray(Short[]::new);
    }

    void sign(int version, String name) {
        jdbc.sql(
                        """
                        insert into access.matrix_signature (version, name, at)
                        values (:version, :name, :at)
                        """)
                .param("version", version)
                .param("name", name)
                .param("at", now())
                .update();
    }

    /** Ends the version in force, if there is one, and puts the other in its place. */
    void putInForce(int version) {
        jdbc.sql("select access.put_in_force(:version, :at)")
                .param("version", version)
                .param("at", now())
                .query((row, n) -> version)
                .list();
    }

    void reject(int version, String reason) {
        jdbc.sql(
                        """
                        update access.matrix_version
                        set state = 'rejected', ended_at = :at, ended_reason = :reason
                        where number = :version
                        """)
                .param("at", now())
                .param("reason", reason)
                .param("version", version)
                .update();
    }

    Optional<Integer> inForce() {
        return jdbc.sql("select number from access.matrix_version where state = 'in-force'")
                .query(Integer.class)
                .optional();
    }

    /** The version, locked against a second decision at the same time. */
    Optional<MatrixVersion> lock(int number) {
        lockAll();
        return find(number);
    }

    /** Keeps a second proposal or decision waiting until this transaction ends. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.matrix'))")
                .query((row, n) -> n)
                .list();
    }

    /** The number of the version that waits for signatures. */
    Optional<Integer> proposed() {
        return jdbc.sql("select number from access.matrix_version where state = 'proposed'")
                .query(Integer.class)
                .optional();
    }

    Optional<MatrixVersion> find(int number) {
        Map<Integer, List<MatrixVersion.Signature>> signatures = signatures();
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query((row, n) -> version(row, signatures))
                .optional();
    }

    /** All versions, the newest first. */
    List<MatrixVersion> history() {
        Map<Integer, List<MatrixVersion.Signature>> signatures = signatures();
        return jdbc.sql(SELECT + "order by number desc")
                .query((row, n) -> version(row, signatures))
                .list();
    }

    private record Signed(int version, MatrixVersion.Signature signature) {}

    private Map<Integer, List<MatrixVersion.Signature>> signatures() {
        return jdbc
                .sql(
                        "select version, account, name, body, at from access.matrix_signature order by at")
                .query((row, n) -> new Signed(row.getInt("version"), signature(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Signed::version,
                                Collectors.mapping(Signed::signature, Collectors.toList())));
    }

    private static MatrixVersion.Signature signature(ResultSet row) throws SQLException {
        return new MatrixVersion.Signature(
                row.getString("account"),
                row.getString("name"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static MatrixVersion version(
            ResultSet row, Map<Integer, List<MatrixVersion.Signature>> signatures)
            throws SQLException {
        int number = row.getInt("number");
        return new MatrixVersion(
                number,
                MatrixVersion.State.of(row.getString("state")),
                row.getString("note"),
                row.getObject("based_on", Integer.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                new MatrixVersion.Proposer(
                        row.getString("proposer"),
                        row.getString("proposer_name"),
                        row.getString("proposer_body")),
                instant(row, "in_force_at"),
                instant(row, "ended_at"),
                row.getString("ended_reason"),
                signatures.getOrDefault(number, List.of()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    List<MatrixRule> rules(int version) {
        return jdbc.sql(
                        """
                        select id, role, module, verb, reach, ceiling, bodies, reason_az, reason_en
                        from access.matrix_rule where version = :version order by id
                        """)
                .param("version", version)
                .query((row, n) -> rule(row))
                .list();
    }

    private static MatrixRule rule(ResultSet row) throws SQLException {
        String[] bodies = (String[]) row.getArray("bodies").getArray();
        return new MatrixRule(
                row.getString("id"),
                Role.of(row.getString("role")),
                Right.parse(row.getString("module") + ":" + row.getString("verb")),
                MatrixFile.reach(row.getString("reach")),
                Handling.ofRank(row.getInt("ceiling")),
                Bodies.ofCodes(Arrays.asList(bodies)),
                new MatrixRule.Reason(row.getString("reason_az"), row.getString("reason_en")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
