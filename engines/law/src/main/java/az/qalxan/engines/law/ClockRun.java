package az.qalxan.engines.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clock from its start to its end, with every step told. */
final class ClockRun {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final ClockRule rule;
    private final ZonedDateTime start;
    private final WorkingCalendar calendar;
    private final List<Reason> reasons = new ArrayList<>();

    ClockRun(ClockRule rule, ZonedDateTime start, WorkingCalendar calendar) {
        this.rule = rule;
        this.start = start;
        this.calendar = calendar;
    }

    RunningClock run() {
        reasons.add(new Reason("rule", rule.name(), rule.clause(), rule.citation().standing()));
        reasons.add(LawWords.plain("clock-start", LawWords.clockStart(rule, start)));
        return switch (rule.unit()) {
            case HOURS -> ended(start.plusHours(rule.amount()), false);
            case DAYS -> ended(days(), false);
            case WORKING_DAYS -> workingDays();
        };
    }

    private RunningClock workingDays() {
        DueDay due = calendar.plus(start.toLocalDate(), rule.amount());
        reasons.addAll(due.reasons());
        return ended(due.date().atTime(LAST_SECOND).atZone(start.getZone()), due.provisional());
    }

    /** Whole days in the zone; a day that the zone left out is none. */
    private ZonedDateTime days() {
        ZonedDateTime end = start.plusDays(rule.amount());
        ZoneOffsetTransition next = after(start);
        while (next != null && !next.getInstant().isAfter(end.toInstant())) {
            long skipped = next.isGap() ? next.getDuration().toDays() : 0;
            if (skipped > 0) {
                end = end.plusDays(skipped);
                LocalDate day = next.getDateTimeBefore().toLocalDate();
                reasons.add(LawWords.plain("skipped-day", LawWords.skipped(day)));
            }
            next = start.getZone().getRules().nextTransition(next.getInstant());
        }
        return end;
    }

    private @Nullable ZoneOffsetTransition after(ZonedDateTime time) {
        return start.getZone().getRules().nextTransition(time.toInstant());
    }

    private RunningClock ended(ZonedDateTime end, boolean provisional) {
        leapDay(end);
        if (!end.getOffset().equals(start.getOffset())) {
            Duration change =
                    Duration.ofSeconds(
                            end.getOffset().getTotalSeconds()
                                    - start.getOffset().getTotalSeconds());
            reasons.add(
                    LawWords.plain("zone-change", LawWords.zoneChange(rule.unit(), change, start)));
        }
        reasons.add(LawWords.plain("clock-end", LawWords.clockEnd(rule, end)));
        return new RunningClock(rule, start, end, provisional, reasons);
    }

    private void leapDay(ZonedDateTime end) {
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            if (java.time.Year.isLeap(year) && rule.unit() != ClockUnit.HOURS) {
                LocalDate leap = LocalDate.of(year, 2, 29);
                if (leap.isAfter(start.toLocalDate()) && !leap.isAfter(end.toLocalDate())) {
                    reasons.add(LawWords.plain("leap-day", LawWords.leap(leap)));
                }
            }
        }
    }
}
