package az.qalxan.series;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which series a list shows; an empty text or null lets everything through.
 *
 * @param sizeMin reports at least, 2 or more
 * @param category some report is of that category
 * @param since the newest report came at or after
 * @param until the newest report came before
 * @param lossMin lost at least so much in the country's currency
 * @param body some report is that body's
 */
public record SeriesFilter(
        int sizeMin,
        String category,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable BigDecimal lossMin,
        String body,
        SeriesOrder order) {

    /** Every series, the one with the newest report first. */
    public static final SeriesFilter ALL =
            new SeriesFilter(2, "", null, null, null, "", SeriesOrder.NEWEST);

    public SeriesFilter {
        sizeMin = Math.max(2, sizeMin);
    }
}
