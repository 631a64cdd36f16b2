package az.qalxan.statistics.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a figure. */
sealed interface Value {

    /** So many. */
    record Count(long count) implements Value {}

    /** So many of so many; without any there is no rate. */
    record Rate(long part, long whole) implements Value {

        double share() {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /** Money of one currency, and how many records it is the sum of. */
    record Money(BigDecimal amount, String currency, long records) implements Value {}

    /**
     * Lengths of time in hours.
     *
     * @param ninetieth by when nine of ten are done; null when too few stand behind it
     */
    record Hours(double median, @Nullable Double ninetieth, long records) implements Value {}

    /** Fewer than five stand behind it, or it would give such a cell away. */
    record Suppressed() implements Value {}

    /** Nobody collects it, or not in this view. */
    record NotCollected(String reason) implements Value {}
}
