package az.qalxan.monitoring.criterion;

import java.util.Locale;

/** What criteria measure of findings; message key {@code criterion.measure.<code>}. */
public enum Measure {
    /** The highest level of a rule: 1 informational to 5 critical. */
    RULE_LEVEL(5),
    /** The most critical object that was watched: 1 little to 4 vital. */
    CRITICALITY(4),
    FINDINGS(1_000),
    RULES(100),
    TECHNIQUES(100),
    TACTICS(15),
    HOSTS(1_000),
    BODIES(100),
    /** From the first finding to the last, in whole hours. */
    HOURS(8_760);

    private final int most;

    Measure(int most) {
        this.most = most;
    }

    /** The highest threshold that can be asked for. */
    public int most() {
        return most;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The measure of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Measure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
