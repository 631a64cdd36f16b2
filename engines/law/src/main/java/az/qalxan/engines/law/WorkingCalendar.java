package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working days of one state in one kind of week, by its rules and the decisions about each
 * year. May be shared by threads.
 */
public final class WorkingCalendar {

    /** Years that can be asked; the Islamic calendar of the JDK ends in 2174. */
    public static final int YEAR_MIN = 1990;

    public static final int YEAR_MAX = 2170;

    /** How many working days can be counted at once. */
    public static final int COUNT_MAX = ClockRule.AMOUNT_MAX;

    private final CalendarRules rules;
    private final Week week;
    private final Map<Integer, YearDecision> decisions;
    private final Map<Integer, CalendarYear> years = new ConcurrentHashMap<>();

    private WorkingCalendar(CalendarRules rules, Week week, Map<Integer, YearDecision> decisions) {
        this.rules = rules;
        this.week = week;
        this.decisions = decisions;
    }

    /** The calendar with the state's usual week. */
    public static WorkingCalendar of(CalendarRules rules, List<YearDecision> decisions) {
        return of(rules, decisions, rules.weeks().getFirst());
    }

    /** The calendar with one of the state's weeks. */
    public static WorkingCalendar of(CalendarRules rules, List<YearDecision> decisions, Week week) {
        Map<Integer, YearDecision> byYear = new HashMap<>();
        for (YearDecision decision : decisions) {
            if (decision.state().equals(rules.state())) {
                byYear.put(decision.year(), decision);
            }
        }
        return new WorkingCalendar(rules, week, Map.copyOf(byYear));
    }

    public CalendarRules rules() {
        return rules;
    }

    public Week week() {
        return week;
    }

    /** What that day is. */
    public DayKind of(LocalDate day) {
        return year(day.getYear()).kind(day);
    }

    /** Whether the days of that year are decided. */
    public boolean decided(int year) {
        return decisions.containsKey(year);
    }

    /** What the day is called and why it is free, in order; empty for an ordinary day. */
    public List<Reason> reasons(LocalDate day) {
        return year(day.getYear()).reasons(day);
    }

    /** Every day of the year that is free although the week works that day, or the other way. */
    public Map<LocalDate, DayKind> exceptions(int year) {
        return year(year).exceptions();
    }

    /**
     * The day that is so many working days later; the day itself is not counted.
     *
     * @throws IllegalArgumentException if the count or the years are out of bounds
     */
    public DueDay plus(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > COUNT_MAX) {
            throw new IllegalArgumentException(
                    "0 to %,d working days can be counted, not %,d"
                            .formatted(COUNT_MAX, workingDays));
        }
        year(from.getYear());
        LocalDate day = from;
        int counted = 0;
        while (counted < workingDays) {
            day = day.plusDays(1);
            counted += of(day).working() ? 1 : 0;
        }
        return new CountedDays(this, from, workingDays).due(day);
    }

    private CalendarYear year(int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "the calendar knows the years %d to %d, not %d"
                            .formatted(YEAR_MIN, YEAR_MAX, year));
        }
        return years.computeIfAbsent(
                year, one -> new CalendarMaking(rules, week, decisions).year(one));
    }
}
