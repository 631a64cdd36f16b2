package az.qalxan.engines.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One year of a calendar.
 *
 * @param rest the weekly days of rest
 * @param exceptions what differs from the plain week
 * @param why reasons of the exceptions
 */
record CalendarYear(
        Set<DayOfWeek> rest, Map<LocalDate, DayKind> exceptions, Map<LocalDate, List<Reason>> why) {

    DayKind kind(LocalDate day) {
        DayKind exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return rest.contains(day.getDayOfWeek()) ? DayKind.WEEKLY_REST : DayKind.WORKING;
    }

    List<Reason> reasons(LocalDate day) {
        return why.getOrDefault(day, List.of());
    }
}
