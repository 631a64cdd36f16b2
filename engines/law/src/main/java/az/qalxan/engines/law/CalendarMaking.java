package az.qalxan.engines.law;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out the days of one year: holidays, then the free days that follow from their meeting rest
 * days or each other, then single decisions.
 */
final class CalendarMaking {

    /** Free days that follow from the end of a year can lie at the beginning of the next. */
    private static final int LOOK_BACK_DAYS = 20;

    private final CalendarRules rules;
    private final Week week;
    private final Map<Integer, YearDecision> decisions;
    private final Map<LocalDate, DayKind> days = new TreeMap<>();
    private final Map<LocalDate, List<Reason>> why = new HashMap<>();

    CalendarMaking(CalendarRules rules, Week week, Map<Integer, YearDecision> decisions) {
        this.rules = rules;
        this.week = week;
        this.decisions = decisions;
    }

    CalendarYear year(int year) {
        Map<LocalDate, Integer> holidays = new TreeMap<>();
        List<LocalDate> adding = new ArrayList<>();
        for (int one = year - 1; one <= year; one++) {
            fixed(one, holidays);
            movable(one, holidays, adding);
        }
        LocalDate begin = LocalDate.of(year, 1, 1).minusDays(LOOK_BACK_DAYS);
        holidays.keySet().stream()
                .filter(day -> !day.isBefore(begin) && rest(day) && rules.moves() != null)
                .forEach(day -> free(day, DayKind.MOVED_REST));
        adding.stream()
                .filter(day -> !day.isBefore(begin) && holidays.getOrDefault(day, 0) > 1)
                .forEach(day -> free(day, DayKind.ADDED_REST));
        decided(year);
        days.keySet().removeIf(day -> day.getYear() != year);
        why.keySet().removeIf(day -> day.getYear() != year);
        return new CalendarYear(
                week.rest(), Collections.unmodifiableMap(new TreeMap<>(days)), Map.copyOf(why));
    }

    private void fixed(int year, Map<LocalDate, Integer> holidays) {
        for (FixedDay one : rules.fixed()) {
            if (!one.day().isValidYear(year)) {
                continue;
            }
            LocalDate day = one.day().atYear(year);
            if (one.period().contains(day)) {
                days.put(day, one.mourning() ? DayKind.MOURNING : DayKind.HOLIDAY);
                tell(day, new Reason("holiday", one.name(), null, one.citation().standing()));
                if (!one.mourning()) {
                    holidays.merge(day, 1, Integer::sum);
                }
            }
        }
    }

    private void movable(int year, Map<LocalDate, Integer> holidays, List<LocalDate> adding) {
        YearDecision decision = decisions.get(year);
        for (MovableDay one : rules.movable()) {
            List<LocalDate> decided = decision == null ? null : decision.days().get(one.id());
            boolean known = decided != null;
            List<LocalDate> set = decided == null ? expected(one, year) : decided;
            Standing standing =
                    decision == null ? Standing.UNVERIFIED : decision.citation().standing();
            for (LocalDate day : set) {
                days.put(day, DayKind.HOLIDAY);
                tell(day, CalendarReasons.movable(one, known, rules.decides(), standing));
                holidays.merge(day, 1, Integer::sum);
                if (one.overlapAdds() && rules.adds() != null) {
                    adding.add(day);
                }
            }
        }
    }

    /** Where the days will be unless the decision says otherwise. */
    private static List<LocalDate> expected(MovableDay movable, int year) {
        MonthDay hijri = movable.hijri();
        if (hijri == null) {
            return movable.usual().stream().map(day -> day.atYear(year)).toList();
        }
        List<LocalDate> days = new ArrayList<>();
        int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
        for (int one = first; one <= first + 1; one++) {
            LocalDate begin =
                    LocalDate.from(
                            HijrahChronology.INSTANCE.date(
                                    one, hijri.getMonthValue(), hijri.getDayOfMonth()));
            for (int i = 0; i < movable.length(); i++) {
                days.add(begin.plusDays(i));
            }
        }
        days.removeIf(day -> day.getYear() != year);
        return days;
    }

    /** The first working day after the holiday becomes free. */
    private void free(LocalDate holiday, DayKind kind) {
        LocalDate day = holiday;
        while (!working(day)) {
            day = day.plusDays(1);
        }
        days.put(day, kind);
        tell(
                day,
                CalendarReasons.moved(
                        holiday,
                        kind,
                        kind == DayKind.MOVED_REST ? rules.moves() : rules.adds(),
                        rules.citation().standing()));
    }

    private void decided(int year) {
        YearDecision decision = decisions.get(year);
        if (decision == null) {
            return;
        }
        for (DayOverride one : decision.overrides()) {
            if (one.weeks().isEmpty() || one.weeks().contains(week.id())) {
                days.put(one.day(), one.working() ? DayKind.DECIDED_WORK : DayKind.DECIDED_REST);
                tell(one.day(), new Reason("decided-day", one.why(), null, one.standing()));
            }
        }
    }

    private boolean working(LocalDate day) {
        @Nullable DayKind exception = days.get(day);
        return exception == null ? !rest(day) : exception.working();
    }

    private boolean rest(LocalDate day) {
        return week.rest().contains(day.getDayOfWeek());
    }

    private void tell(LocalDate day, Reason reason) {
        List<Reason> told = new ArrayList<>(why.getOrDefault(day, List.of()));
        told.add(reason);
        why.put(day, List.copyOf(told));
    }
}
