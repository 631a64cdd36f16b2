package az.qalxan.figure;

import az.qalxan.figure.FigureSource.Answer;
import az.qalxan.figure.FigureSource.Behind;
import az.qalxan.figure.FigureSource.Told;
import az.qalxan.jurisdiction.Jurisdiction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a counting function of the database for periods. It takes {@code starts timestamptz[], ends
 * timestamptz[], currency text} and returns {@code figure text, place integer, records bigint,
 * amount numeric}; a row of the figure {@code begun} has the second of the oldest record.
 */
@Component
public final class PeriodQuery {

    private static final String BEGUN = "begun";

    private final ZoneId zone;
    private final String currency;

    PeriodQuery(Jurisdiction jurisdiction) {
        this.zone = jurisdiction.zone();
        this.currency = jurisdiction.currency();
    }

    /** Asks with {@code :starts}, {@code :ends} and {@code :currency}. */
    public Answer ask(JdbcClient.StatementSpec statement, List<FigurePeriod> periods) {
        @Nullable LocalDate[] since = {null};
        List<Told> told = new ArrayList<>();
        statement
                .param("starts", moments(periods, one -> one.starts(zone)))
                .param("ends", moments(periods, one -> one.ends(zone)))
                .param("currency", currency)
                .query(row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    String figure = row.getString("figure");
                    if (!figure.equals(BEGUN)) {
                        told.add(
                                new Told(
                                        figure,
                                        row.getInt("place") - 1,
                                        row.getLong("records"),
                                        amount));
                    } else if (amount != null) {
                        since[0] = day(Instant.ofEpochSecond(amount.longValue()));
                    }
                });
        return new Answer(since[0], told);
    }

    /**
     * Lists what stands behind a figure, with {@code :start}, {@code :end}, {@code :most} and
     * {@code :currency}.
     *
     * @param statement selects words for the record, the rest of its address and its moment
     * @param place what every address begins with
     */
    public List<Behind> behind(
            JdbcClient.StatementSpec statement, FigurePeriod period, int most, String place) {
        return statement
                .param("start", period.starts(zone))
                .param("end", period.ends(zone))
                .param("currency", currency)
                .param("most", most)
                .query((row, number) ->
                        new Behind(
                                row.getString(1),
                                place + row.getString(2),
                                day(row.getObject(3, OffsetDateTime.class).toInstant())))
                .list();
    }

    /** The day of a moment in the country. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static String[] moments(
            List<FigurePeriod> periods, Function<FigurePeriod, OffsetDateTime> moment) {
        return periods.stream().map(moment).map(String::valueOf).toArray(String[]::new);
    }
}
