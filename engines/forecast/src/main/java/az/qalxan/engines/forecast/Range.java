package az.qalxan.engines.forecast;

/** The values that a figure can take at all; forecasts and intervals stay inside. */
public record Range(double least, double most) {

    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Range COUNT = new Range(0, Double.POSITIVE_INFINITY);
    public static final Range PERCENT = new Range(0, 100);

    public Range {
        if (!(least < most)) {
            throw new IllegalArgumentException("no range from " + least + " to " + most);
        }
    }

    double hold(double value) {
        return Math.clamp(value, least, most);
    }

    boolean holds(double value) {
        return value >= least && value <= most;
    }
}
