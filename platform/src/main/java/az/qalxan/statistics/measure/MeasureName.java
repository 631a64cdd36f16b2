package az.qalxan.statistics.measure;

import java.util.Locale;

/**
 * A figure about cases. What it means is said by the message keys {@code measure.<code>.title},
 * {@code .numerator}, {@code .denominator}, {@code .source} and {@code .unit}.
 */
enum MeasureName {
    /** Cases by the month in which they were opened, and how many of them are closed. */
    MONTHS,
    /** The minimum set of the guide, from report to judgment. */
    STAGES,
    /** Cases by article of the national law. */
    ARTICLE,
    /** Cases by class of the ICCS, with the tag for cyber-related. */
    ICCS,
    /** Cases by the body that has them. */
    BODY,
    /** Where the cases stand. */
    STATE,
    /** The share of cases whose offender is known and answers. */
    CLEARANCE,
    /** How long people wait. */
    TIMES,
    /** People of the cases, each counted once. */
    PERSONS,
    /** What was lost, frozen and paid back. */
    MONEY,
    /** Whether the offence crosses a border. */
    BORDER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
