package az.qalxan.engines.law;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A clock that was started.
 *
 * @param end the last moment; of a term in working days the last second of its last day
 * @param provisional whether days that nobody has decided yet were counted
 */
public record RunningClock(
        ClockRule rule,
        ZonedDateTime start,
        ZonedDateTime end,
        boolean provisional,
        List<Reason> reasons) {

    public RunningClock {
        reasons = List.copyOf(reasons);
    }

    /** The day of the end in the clock's zone. */
    public LocalDate lastDay() {
        return end.toLocalDate();
    }
}
