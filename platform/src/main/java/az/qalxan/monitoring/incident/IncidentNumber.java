package az.qalxan.monitoring.incident;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number of an incident, for example {@code HD-2026-482913}: the year and digits drawn by lot,
 * so that no gap tells of an incident that somebody may not see.
 */
record IncidentNumber(String value) {

    private static final int DRAWN_BELOW = 1_000_000;

    /**
     * @throws IllegalArgumentException when it has another form
     */
    IncidentNumber {
        if (!fits(value)) {
            throw new IllegalArgumentException("not an incident's number: " + value);
        }
    }

    static boolean fits(String text) {
        return text.matches("HD-[0-9]{4}-[0-9]{6}");
    }

    static IncidentNumber drawn(int year, RandomGenerator random) {
        return new IncidentNumber(
                String.format(Locale.ROOT, "HD-%d-%06d", year, random.nextInt(DRAWN_BELOW)));
    }

    @Override
    public String toString() {
        return value;
    }
}
