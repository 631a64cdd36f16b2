package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * The last place that a page looked at; the next page starts behind it.
 *
 * @param value what the list is sorted by: a moment in microseconds, a count, or an amount
 * @param report the newest report of the series that stands there
 */
public record SeriesPlace(BigDecimal value, ReportId report) {

    private static final int TOKEN_CHARS_MAX = 80;

    /** As it stands in an address. */
    public String token() {
        return value.toPlainString() + "_" + report;
    }

    /** Reads a token; empty when it is not one of ours. */
    public static Optional<SeriesPlace> read(String token) {
        int cut = token.indexOf('_');
        if (cut < 0 || token.length() > TOKEN_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SeriesPlace(
                            new BigDecimal(token.substring(0, cut)),
                            new ReportId(UUID.fromString(token.substring(cut + 1)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
