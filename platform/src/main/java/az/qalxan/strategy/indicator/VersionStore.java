package az.qalxan.strategy.indicator;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.indicator.IndicatorVersion.Decision;
import az.qalxan.strategy.indicator.IndicatorVersion.Proposed;
import az.qalxan.strategy.indicator.IndicatorVersion.State;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps versions of indicators; they are added and judged once, and never changed. */
@Component
class VersionStore {

    private static final int LISTED_MAX = 500;
    private static final long LOCK = 0x1D1C_0001L;
    private static final String COLUMNS =
            """
            id, code, number, name_az, name_en, why_az, why_en, unit, direction, baseline, target,
            target_on, step, formula, owner, measures, aims, retired, origin, reason, account,
            author, proposed_at, state, decided_by, decider, decided_at, words
            """;

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one change of definitions at a time go on, until its transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> "")
                .list();
    }

    /** The versions that were in force at that moment, by code; retired ones are left out. */
    List<IndicatorVersion> inForce(Instant at) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from (select distinct on (code) * from strategy.indicator_version
                                  where state = 'approved' and decided_at <= :at
                                  order by code, decided_at desc, number desc) v
                                where not retired order by code limit :most
                                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", LISTED_MAX)
                .query(VersionStore::version)
                .list();
    }

    /** Every version of an indicator, the newest first. */
    List<IndicatorVersion> history(String code) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from strategy.indicator_version where code = :code
                                order by number desc limit :most
                                """)
                .param("code", code)
                .param("most", LISTED_MAX)
                .query(VersionStore::version)
                .list();
    }

    /** What waits for a judgement, the oldest first. */
    List<IndicatorVersion> proposed() {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from strategy.indicator_version where state = 'proposed'
                                order by proposed_at, code limit :most
                                """)
                .param("most", LISTED_MAX)
                .query(VersionStore::version)
                .list();
    }

    Optional<IndicatorVersion> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from strategy.indicator_version where id = :id")
                .param("id", id)
                .query(VersionStore::version)
                .optional();
    }

    void insert(IndicatorVersion version) {
        Definition definition = version.definition();
        Definition.Aim aim = definition.aim();
        Decision decision = version.decision();
        jdbc.sql(
                        """
                        insert into strategy.indicator_version (id, code, number, name_az, name_en,
                          why_az, why_en, unit, direction, baseline, target, target_on, step,
                          formula, owner, measures, aims, retired, origin, reason, author,
                          proposed_at, state, decided_by, decider, decided_at)
                        values (:id, :code, :number, :nameAz, :nameEn, :whyAz, :whyEn, :unit,
                          :direction, :baseline, :target, :targetOn, :step, :formula, :owner,
                          :measures, :aims, :retired, :origin, :reason, :author, :at, :state,
                          :decidedBy, :decider, :decidedAt)
                        """)
                .param("id", version.id())
                .param("code", version.code())
                .param("number", version.number())
                .param("nameAz", definition.name().az())
                .param("nameEn", definition.name().en())
                .param("whyAz", definition.why().az())
                .param("whyEn", definition.why().en())
                .param("unit", definition.unit().code())
                .param("direction", aim.direction().code())
                .param("baseline", aim.baseline(), Types.NUMERIC)
                .param("target", aim.target(), Types.NUMERIC)
                .param("targetOn", aim.targetOn(), Types.DATE)
                .param("step", definition.step().code())
                .param("formula", definition.formula())
                .param("owner", definition.owner().value())
                .param(
                        "measures",
                        definition.measures().stream()
                                .map(MeasureCode::value)
                                .toArray(String[]::new))
                .param("aims", definition.aims().toArray(String[]::new))
                .param("retired", version.retired())
                .param("origin", version.ofPack() ? "pack" : "person")
                .param("reason", version.proposed().reason())
                .param("author", version.proposed().author())
                .param("at", version.proposed().at().atOffset(ZoneOffset.UTC))
                .param("state", version.state().code())
                .param("decidedBy", decision == null ? null : decision.account(), Types.VARCHAR)
                .param("decider", decision == null ? null : decision.decider(), Types.VARCHAR)
                .param(
                        "decidedAt",
                        decision == null ? null : decision.at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Ends a proposal; false when it has ended already. */
    boolean decide(UUID id, State state, Decision decision) {
        return jdbc.sql(
                                """
                                update strategy.indicator_version
                                set state = :state, decided_by = :account, decider = :decider,
                                  decided_at = :at, words = :words
                                where id = :id and state = 'proposed'
                                """)
                        .param("state", state.code())
                        .param("account", decision.account())
                        .param("decider", decision.decider())
                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                        .param("words", decision.words())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static IndicatorVersion version(ResultSet row, int number) throws SQLException {
        Definition definition =
                new Definition(
                        new Words(row.getString("name_az"), row.getString("name_en")),
                        new Words(row.getString("why_az"), row.getString("why_en")),
                        Unit.of(row.getString("unit")),
                        new Definition.Aim(
                                Direction.of(row.getString("direction")),
                                row.getBigDecimal("baseline"),
                                row.getBigDecimal("target"),
                                row.getObject("target_on", LocalDate.class)),
                        Step.of(row.getString("step")),
                        row.getString("formula"),
                        new BodyCode(row.getString("owner")),
                        strings(row, "measures").stream()
                                .map(MeasureCode::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        strings(row, "aims"));
        return new IndicatorVersion(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("number"),
                definition,
                row.getBoolean("retired"),
                row.getString("origin").equals("pack"),
                new Proposed(
                        row.getString("account"),
                        row.getString("author"),
                        instant(row, "proposed_at"),
                        row.getString("reason")),
                State.of(row.getString("state")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String account = row.getString("decided_by");
        return account == null
                ? null
                : new Decision(
                        account,
                        row.getString("decider"),
                        instant(row, "decided_at"),
                        row.getString("words"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }
}
