package az.qalxan.strategy.indicator;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.strategy.indicator.Saying.ByHand;
import az.qalxan.strategy.indicator.Saying.Used;
import az.qalxan.strategy.indicator.Saying.Why;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was said of periods; adds, and changes nothing. */
@Component
class SayingStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int READ_MAX = 50_000;
    private static final int HISTORY_MAX = 200;
    private static final String COLUMNS =
            """
            sequence, code, version, period, value, causes::text as causes,
            figures::text as figures, hand, said_at, account, author, source, source_on
            """;

    private final JdbcClient jdbc;

    SayingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Saying> sayings) {
        jdbc.sql(
                        """
                        insert into strategy.indicator_value (code, version, period, period_from,
                          value, causes, figures, hand, said_at, author, source, source_on)
                        select code, version, period, day, value, causes, figures, hand, at,
                          author, source, source_on
                        from unnest(
                          cast(:code as text[]), cast(:version as uuid[]), cast(:period as text[]),
                          cast(:day as date[]), cast(:value as numeric[]), cast(:causes as jsonb[]),
                          cast(:figures as jsonb[]), cast(:hand as boolean[]),
                          cast(:at as timestamptz[]), cast(:author as text[]),
                          cast(:source as text[]), cast(:sourceOn as date[]))
                          as new (code, version, period, day, value, causes, figures, hand, at,
                            author, source, source_on)
                        """)
                .param("code", column(sayings, Saying::code))
                .param("version", column(sayings, Saying::version))
                .param("period", column(sayings, one -> one.period().code()))
                .param("day", column(sayings, one -> one.period().from()))
                .param("value", column(sayings, one -> plain(one.value())))
                .param("causes", column(sayings, one -> JSON.writeValueAsString(one.causes())))
                .param("figures", column(sayings, one -> JSON.writeValueAsString(one.figures())))
                .param("hand", column(sayings, one -> one.byHand() != null))
                .param("at", column(sayings, Saying::saidAt))
                .param("author", column(sayings, one -> said(one, ByHand::author)))
                .param("source", column(sayings, one -> said(one, ByHand::source)))
                .param("sourceOn", column(sayings, SayingStore::sourceOn))
                .update();
    }

    private static String said(Saying saying, Function<ByHand, String> what) {
        ByHand hand = saying.byHand();
        return hand == null ? "" : what.apply(hand);
    }

    private static @Nullable LocalDate sourceOn(Saying saying) {
        ByHand hand = saying.byHand();
        return hand == null ? null : hand.sourceOn();
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable String[] column(
            List<Saying> sayings, Function<Saying, @Nullable Object> value) {
        @Nullable String[] column = new String[sayings.size()];
        for (int i = 0; i < column.length; i++) {
            Object one = value.apply(sayings.get(i));
            column[i] = one == null ? null : one.toString();
        }
        return column;
    }

    /** What was said last of each period by that moment, the oldest period first. */
    List<Saying> last(Collection<UUID> versions, Instant by) {
        return jdbc.sql(
                        "select distinct on (version, period_from) "
                                + COLUMNS
                                + """
                                from strategy.indicator_value
                                where version = any (cast(:versions as uuid[])) and said_at <= :by
                                order by version, period_from, sequence desc limit :most
                                """)
                .param("versions", versions.stream().map(UUID::toString).toArray(String[]::new))
                .param("by", by.atOffset(ZoneOffset.UTC))
                .param("most", READ_MAX)
                .query(SayingStore::saying)
                .list();
    }

    /** Everything that was ever said of a period, the newest first. */
    List<Saying> of(String code, FigurePeriod period) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from strategy.indicator_value
                                where code = :code and period = :period
                                order by sequence desc limit :most
                                """)
                .param("code", code)
                .param("period", period.code())
                .param("most", HISTORY_MAX)
                .query(SayingStore::saying)
                .list();
    }

    /** Notes that a version is worked out in that month; false when it was already. */
    boolean begin(UUID version, LocalDate month, Instant at) {
        return jdbc.sql(
                                """
                                insert into strategy.indicator_round (version, month, at)
                                values (:version, :month, :at) on conflict do nothing
                                """)
                        .param("version", version)
                        .param("month", month)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Saying saying(ResultSet row, int number) throws SQLException {
        return new Saying(
                row.getLong("sequence"),
                row.getString("code"),
                row.getObject("version", UUID.class),
                FigurePeriod.parse(row.getString("period")).orElseThrow(),
                row.getBigDecimal("value"),
                causes(row.getString("causes")),
                figures(row.getString("figures")),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("hand")
                        ? new ByHand(
                                row.getString("account"),
                                row.getString("author"),
                                row.getString("source"),
                                row.getObject("source_on", LocalDate.class))
                        : null);
    }

    private static List<Why> causes(String json) {
        List<Why> causes = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            causes.add(
                    new Why(
                            one.path("kind").asString(),
                            one.path("figure").asString(""),
                            one.path("period").asString(""),
                            one.path("place").asString("")));
        }
        return causes;
    }

    private static List<Used> figures(String json) {
        List<Used> figures = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            JsonNode value = one.path("value");
            figures.add(
                    new Used(
                            one.path("figure").asString(),
                            one.path("period").asString(),
                            value.isNumber() ? value.decimalValue() : null,
                            one.path("reading").asString()));
        }
        return figures;
    }
}
