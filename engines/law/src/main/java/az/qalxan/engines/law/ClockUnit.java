package az.qalxan.engines.law;

/** What a clock counts. */
public enum ClockUnit {
    /** Elapsed time. */
    HOURS,
    /** Calendar days in the clock's zone. */
    DAYS,
    /** Working days of the calendar; the day of the start is not counted. */
    WORKING_DAYS
}
