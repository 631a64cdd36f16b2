package az.qalxan.engines.forecast;

/** One value of a series, or that nobody knows it. */
public sealed interface Observation {

    Observation UNKNOWN = new Unknown();

    /** A value that was observed. Whether it is a number at all is judged with its series. */
    record Known(double value) implements Observation {}

    /** Nobody knows; never the same as nought. */
    record Unknown() implements Observation {}

    static Observation of(double value) {
        return new Known(value);
    }
}
