package az.qalxan.series;

import java.util.Locale;

/** How a list of series is sorted. */
public enum SeriesOrder {
    /** The series with the newest report first. */
    NEWEST,
    /** The series with the most reports first. */
    LARGEST,
    /** The series with the greatest loss in the country's currency first. */
    LOSS;

    /** Message key {@code series.order.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that code; newest first when there is none. */
    public static SeriesOrder of(String code) {
        for (SeriesOrder order : values()) {
            if (order.code().equals(code)) {
                return order;
            }
        }
        return NEWEST;
    }
}
