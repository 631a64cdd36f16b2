package az.qalxan.engines.law;

import java.time.ZonedDateTime;

/** Works out when a clock ends. */
public final class ClockWork {

    private ClockWork() {}

    /**
     * Starts the clock. Hours are elapsed time; days are whole days in the zone of the start, at
     * the same time of day; working days end with the last second of the last day.
     */
    public static RunningClock run(ClockRule rule, ZonedDateTime start, WorkingCalendar calendar) {
        return new ClockRun(rule, start, calendar).run();
    }
}
