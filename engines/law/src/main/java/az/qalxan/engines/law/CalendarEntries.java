package az.qalxan.engines.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the calendars of packs become facts. */
final class CalendarEntries {

    private CalendarEntries() {}

    static LawRow calendar(PackEntry one) {
        List<Week> weeks = one.entries("weeks").stream().map(CalendarEntries::week).toList();
        if (weeks.isEmpty()) {
            one.lacks("weeks", "at least one week is needed");
            weeks = List.of(new Week("?", Wording.of("?", "?"), Set.of()));
        }
        return new CalendarRules(
                one.text("id"),
                one.state(),
                one.wording("name"),
                one.zone("zone"),
                weeks,
                one.entries("fixed").stream().map(CalendarEntries::fixed).toList(),
                one.entries("movable").stream().map(CalendarEntries::movable).toList(),
                one.clauseOrNull("moves"),
                one.clauseOrNull("adds"),
                one.clauseOrNull("decides"),
                one.period(),
                one.citation());
    }

    private static Week week(PackEntry one) {
        Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        rest.addAll(one.allOf("rest", DayOfWeek.class));
        if (rest.size() > 6) {
            one.wrongValue("rest", "a week has at least one working day");
            rest = Set.of();
        }
        Week week = new Week(one.text("id"), one.wording("name"), rest);
        one.finish();
        return week;
    }

    private static FixedDay fixed(PackEntry one) {
        FixedDay day =
                new FixedDay(
                        one.monthDay("day", one.text("day")),
                        one.yes("mourning"),
                        one.wording("name"),
                        one.period(),
                        one.citation());
        one.finish();
        return day;
    }

    private static MovableDay movable(PackEntry one) {
        List<MonthDay> usual =
                one.texts("usual").stream().map(day -> one.monthDay("usual", day)).toList();
        MonthDay hijri = one.has("hijri") ? hijri(one) : null;
        MovableDay day =
                new MovableDay(
                        one.text("id"),
                        one.wording("name"),
                        usual,
                        hijri,
                        one.number("length", 1, 10),
                        one.yes("overlap_adds"));
        one.finish();
        return day;
    }

    /** Months of the Islamic calendar have at most 30 days. */
    private static @Nullable MonthDay hijri(PackEntry one) {
        MonthDay day = one.monthDay("hijri", one.text("hijri"));
        if (day.getDayOfMonth() > 29) {
            one.wrongValue("hijri", "a day from 1 to 29 is expected");
            return null;
        }
        return day;
    }

    static LawRow year(PackEntry one) {
        int year = one.number("year", WorkingCalendar.YEAR_MIN, WorkingCalendar.YEAR_MAX);
        Map<String, List<LocalDate>> days = new TreeMap<>();
        PackEntry set = one.entryOrNull("days");
        if (set != null) {
            for (String holiday : Set.copyOf(set.keys())) {
                days.put(holiday, within(set, holiday, year));
            }
        }
        return new YearDecision(
                one.state(),
                year,
                days,
                one.entries("overrides").stream().map(each -> override(each, year)).toList(),
                one.citation());
    }

    private static List<LocalDate> within(PackEntry set, String holiday, int year) {
        List<LocalDate> days = set.dates(holiday);
        for (LocalDate day : days) {
            if (day.getYear() != year) {
                set.wrongValue(holiday, day + " is not in the year " + year);
            }
        }
        return days;
    }

    private static DayOverride override(PackEntry one, int year) {
        LocalDate day = one.date("day");
        if (day.getYear() != year) {
            one.wrongValue("day", day + " is not in the year " + year);
        }
        DayOverride override =
                new DayOverride(
                        day,
                        one.yes("working"),
                        one.texts("weeks"),
                        one.wording("why"),
                        one.oneOf("standing", Standing.class));
        one.finish();
        return override;
    }
}
