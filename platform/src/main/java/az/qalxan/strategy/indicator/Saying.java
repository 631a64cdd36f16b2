package az.qalxan.strategy.indicator;

import az.qalxan.figure.FigurePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an indicator in a period, once and for all.
 *
 * @param sequence 0 before it is kept
 * @param value null when it is unknown
 * @param causes why it is unknown; empty when it is known
 * @param figures what it was reckoned of
 * @param byHand who entered it and from where; null when it was computed
 */
record Saying(
        long sequence,
        String code,
        UUID version,
        FigurePeriod period,
        @Nullable BigDecimal value,
        List<Why> causes,
        List<Used> figures,
        Instant saidAt,
        @Nullable ByHand byHand) {

    Saying {
        causes = List.copyOf(causes);
        figures = List.copyOf(figures);
        if ((value == null) == causes.isEmpty()) {
            throw new IllegalArgumentException("a value is known or unknown for a reason");
        }
    }

    /**
     * Why a value is unknown; message key {@code indicator.why.<kind>}.
     *
     * @param kind such as {@code division-by-zero}, or a figure's reading such as {@code hidden}
     * @param figure the figure that it is about; empty for none
     * @param period of which period; empty for none
     * @param place line and column in the formula; empty for none
     */
    record Why(String kind, String figure, String period, String place) {}

    /**
     * A figure that went into it.
     *
     * @param value null when it was not to be had
     * @param reading {@code known}, or why it was not to be had
     */
    record Used(String figure, String period, @Nullable BigDecimal value, String reading) {}

    /** Who entered it, from which source and of which day the source is. */
    record ByHand(String account, String author, String source, LocalDate sourceOn) {}

    /** Whether the other says the same of the same period. */
    boolean saysAs(Saying other) {
        boolean sameValue =
                value == null || other.value == null
                        ? value == other.value
                        : value.compareTo(other.value) == 0;
        return sameValue && causes.equals(other.causes) && sameFigures(other);
    }

    private boolean sameFigures(Saying other) {
        if (figures.size() != other.figures.size()) {
            return false;
        }
        for (int i = 0; i < figures.size(); i++) {
            if (!plain(figures.get(i)).equals(plain(other.figures.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String plain(Used used) {
        BigDecimal value = used.value();
        return used.figure()
                + used.period()
                + used.reading()
                + (value == null ? "" : value.stripTrailingZeros().toPlainString());
    }
}
