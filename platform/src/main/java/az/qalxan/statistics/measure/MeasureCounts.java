package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Jurisdiction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts facts about cases. For everybody with the role that sees only what was told to everybody;
 * for a person with the person's own sight.
 */
@Component
class MeasureCounts {

    static final int CASES_MAX = 200;

    private static final String CLOSED = "closed:";

    private final JdbcClient own;
    private final JdbcClient everybody;
    private final MeasurePack pack;
    private final ZoneId zone;

    MeasureCounts(
            JdbcClient own,
            @Qualifier("reader") JdbcClient everybody,
            MeasurePack pack,
            Jurisdiction jurisdiction) {
        this.own = own;
        this.everybody = everybody;
        this.pack = pack;
        this.zone = jurisdiction.zone();
    }

    /**
     * What was counted for one cell.
     *
     * @param count how many records
     * @param amount their sum; null when they are no money
     * @param median seconds; null when they are no lengths of time
     */
    record Counted(
            long count,
            @Nullable BigDecimal amount,
            @Nullable Double median,
            @Nullable Double ninetieth) {

        static final Counted NONE = new Counted(0, null, null, null);
    }

    /** What was counted, by figure and cell. */
    record Counts(Map<String, Map<String, Counted>> figures) {

        Map<String, Counted> of(String figure) {
            return figures.getOrDefault(figure, Map.of());
        }

        Counted of(String figure, String cell) {
            return of(figure).getOrDefault(cell, Counted.NONE);
        }

        long count(String figure) {
            return of(figure, "").count();
        }
    }

    /** Everything at once, so that all figures are of one state of the database. */
    Counts count(Asked asked) {
        Map<String, Map<String, Counted>> figures = new LinkedHashMap<>();
        bound(asked, MeasureSql.counts(asked.sight()))
                .param("reports", asked.sight().guarded() && !asked.filtered())
                .param("from", asked.from())
                .param("to", asked.to())
                .query(row -> {
                    if (row.getLong(3) == 0 && !row.getString(2).isEmpty()) {
                        return;
                    }
                    figures.computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>())
                            .put(row.getString(2), counted(row));
                });
        return new Counts(figures);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getLong(3),
                row.getBigDecimal(4),
                row.getObject(5, Double.class),
                row.getObject(6, Double.class));
    }

    /** A case behind a figure, as it stood on the asked day. */
    record Behind(String number, Instant openedAt, String state, String body, String articles) {}

    /** The cases behind a cell that the caller may see, at most {@link #CASES_MAX}. */
    List<Behind> behind(Asked asked, MeasureName figure, String cell) {
        return bound(asked, MeasureSql.list(asked.sight(), figure))
                .param("cell", cell)
                .param("most", CASES_MAX)
                .query((row, number) ->
                        new Behind(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .list();
    }

    private JdbcClient.StatementSpec bound(Asked asked, String sql) {
        return (asked.sight().guarded() ? everybody : own)
                .sql(sql)
                .param("start", asked.start(zone))
                .param("end", asked.end(zone))
                .param("known", asked.knownEnd(zone))
                .param("zone", zone.getId())
                .param("body", asked.body())
                .param("article", asked.article())
                .param("articles", column(pack, MeasurePack.Classified::article))
                .param("categories", column(pack, MeasurePack.Classified::category))
                .param("tags", column(pack, MeasurePack.Classified::tag))
                .param("cleared", closed(pack.cleared()))
                .param("clearing", pack.cleared().statuses().toArray(String[]::new))
                .param("prosecuted", closed(pack.prosecuted()))
                .param("prosecuting", pack.prosecuted().statuses().toArray(String[]::new))
                .param("none", closed(pack.noOffence()));
    }

    private static String[] column(
            MeasurePack pack, java.util.function.Function<MeasurePack.Classified, String> value) {
        return pack.articles().stream().map(value).toArray(String[]::new);
    }

    private static String[] closed(MeasurePack.Stage stage) {
        return stage.outcomes().stream().map(one -> CLOSED + one).toArray(String[]::new);
    }
}
