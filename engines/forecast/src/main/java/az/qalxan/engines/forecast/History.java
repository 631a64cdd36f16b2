package az.qalxan.engines.forecast;

import az.qalxan.engines.forecast.Observation.Known;
import az.qalxan.engines.forecast.Observation.Unknown;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a series that a forecast rests on: since the rules changed, from the first known
 * observation to the last.
 */
final class History {

    private final double[] values;
    private final int known;
    private final int latestUnknown;

    private History(double[] values, int latestUnknown) {
        this.values = values;
        this.known = Line.known(values, values.length);
        this.latestUnknown = latestUnknown;
    }

    static History of(Series series) {
        List<Observation> all = series.observations();
        double[] values =
                all.subList(series.rulesSince(), all.size()).stream()
                        .mapToDouble(History::value)
                        .toArray();
        int from = 0;
        while (from < values.length && Double.isNaN(values[from])) {
            from++;
        }
        int end = values.length;
        while (end > from && Double.isNaN(values[end - 1])) {
            end--;
        }
        double[] kept = Arrays.copyOfRange(values, from, end);
        return new History(kept, values.length - end);
    }

    /** NaN where unknown; the first and the last are known. */
    double[] values() {
        return values;
    }

    int known() {
        return known;
    }

    /** Unknown observations after the last known one. */
    int latestUnknown() {
        return latestUnknown;
    }

    private static double value(Observation one) {
        return switch (one) {
            case Known known -> known.value();
            case Unknown ignored -> Double.NaN;
        };
    }
}
