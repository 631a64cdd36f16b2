package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clocks over changes of the clock, the date line, leap days and free days. */
class ClockWorkTest {

    private static final List<ClockUnit> UNITS = List.of(ClockUnit.values());
    private static final WorkingCalendar AZ =
            Packs.book().calendar(new StateCode("AZ")).orElseThrow();

    @Test
    void sixtyAndNinetyDaysKeepTheTimeOfDay() {
        ZonedDateTime start = ZonedDateTime.parse("2026-11-27T03:00:00+04:00[Asia/Baku]");
        assertThat(run(days(60), start).end())
                .isEqualTo(ZonedDateTime.parse("2027-01-26T03:00:00+04:00[Asia/Baku]"));
        assertThat(run(days(90), start).end())
                .isEqualTo(ZonedDateTime.parse("2027-02-25T03:00:00+04:00[Asia/Baku]"));
    }

    @Test
    void aChangeOfTheClockMovesHoursButNotDays() {
        ZonedDateTime start = ZonedDateTime.parse("2026-10-24T12:00:00+02:00[Europe/Berlin]");
        RunningClock days = run(days(1), start);
        RunningClock hours = run(clock(24, ClockUnit.HOURS), start);
        assertThat(Duration.between(start, days.end())).isEqualTo(Duration.ofHours(25));
        assertThat(days.end().toLocalTime()).isEqualTo(start.toLocalTime());
        assertThat(Duration.between(start, hours.end())).isEqualTo(Duration.ofHours(24));
        assertThat(hours.end().getHour()).isEqualTo(11);
        assertThat(codes(days)).contains("zone-change");
        assertThat(codes(hours)).contains("zone-change");
    }

    @Test
    void anHourThatDoesNotExistIsTheNextThatDoes() {
        ZonedDateTime start = ZonedDateTime.parse("2026-03-28T02:30:00+01:00[Europe/Berlin]");
        assertThat(run(days(1), start).end())
                .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30:00+02:00[Europe/Berlin]"));
    }

    @Test
    void aDayThatAZoneLeftOutIsNotCounted() {
        ZonedDateTime start =
                ZonedDateTime.of(
                        LocalDate.of(2011, 12, 29).atTime(9, 0), ZoneId.of("Pacific/Apia"));
        RunningClock clock = run(days(3), start);
        assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2012, 1, 2));
        assertThat(Duration.between(start, clock.end())).isEqualTo(Duration.ofDays(3));
        assertThat(codes(clock)).contains("skipped-day");
    }

    @Test
    void bothSidesOfTheDateLineKeepTheirOwnDays() {
        ZonedDateTime east = ZonedDateTime.parse("2026-11-27T00:30:00+13:00[Pacific/Auckland]");
        ZonedDateTime west = east.withZoneSameInstant(ZoneId.of("Pacific/Honolulu"));
        assertThat(run(days(60), east).lastDay()).isEqualTo(LocalDate.of(2027, 1, 26));
        assertThat(run(days(60), west).lastDay()).isEqualTo(LocalDate.of(2027, 1, 25));
    }

    @Test
    void aLeapDayIsADay() {
        ZonedDateTime start = ZonedDateTime.parse("2028-02-01T10:00:00+04:00[Asia/Baku]");
        RunningClock clock = run(days(60), start);
        assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2028, 4, 1));
        assertThat(codes(clock)).contains("leap-day");
        ZonedDateTime onIt = ZonedDateTime.parse("2028-02-29T10:00:00+04:00[Asia/Baku]");
        assertThat(run(days(365), onIt).lastDay()).isEqualTo(LocalDate.of(2029, 2, 28));
    }

    @Test
    void workingDaysEndWithTheLastSecondOfTheLastDay() {
        ZonedDateTime start = ZonedDateTime.parse("2026-03-05T16:00:00+04:00[Asia/Baku]");
        RunningClock clock = run(clock(15, ClockUnit.WORKING_DAYS), start);
        assertThat(clock.end())
                .isEqualTo(ZonedDateTime.parse("2026-04-07T23:59:59+04:00[Asia/Baku]"));
        assertThat(clock.provisional()).isFalse();
    }

    @Test
    void whatIsReceivedAtNightBelongsToTheDayOfItsZone() {
        ZonedDateTime received = ZonedDateTime.parse("2026-03-05T23:59:59+04:00[Asia/Baku]");
        RunningClock here = run(clock(1, ClockUnit.WORKING_DAYS), received);
        RunningClock there =
                run(
                        clock(1, ClockUnit.WORKING_DAYS),
                        received.plusSeconds(1).withZoneSameInstant(ZoneId.of("Asia/Baku")));
        assertThat(here.lastDay()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(there.lastDay()).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void everyReasonStandsInBothLanguagesAndLaterStartsNeverEndEarlier() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> zones =
                List.of(
                        "Asia/Baku",
                        "Europe/Istanbul",
                        "Asia/Almaty",
                        "Pacific/Apia",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Kiritimati");
        for (int i = 0; i < 2_000; i++) {
            ClockRule rule =
                    clock(1 + random.nextInt(100), UNITS.get(random.nextInt(UNITS.size())));
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            ZonedDateTime start =
                    ZonedDateTime.of(
                            LocalDate.of(2005, 1, 1)
                                    .plusDays(random.nextInt(9_000))
                                    .atTime(random.nextInt(24), random.nextInt(60)),
                            zone);
            RunningClock clock = run(rule, start);
            RunningClock later = run(rule, start.plusMinutes(random.nextInt(5_000)));
            assertThat(clock.end()).as("seed %d", seed).isAfterOrEqualTo(start);
            assertThat(later.end()).as("seed %d, %s", seed, start).isAfterOrEqualTo(clock.end());
            assertThat(clock.reasons())
                    .as("seed %d", seed)
                    .allMatch(one -> !one.text().az().equals(one.text().en()));
        }
    }

    private static RunningClock run(ClockRule rule, ZonedDateTime start) {
        return ClockWork.run(rule, start, AZ);
    }

    private static List<String> codes(RunningClock clock) {
        return clock.reasons().stream().map(Reason::code).toList();
    }

    private static ClockRule days(int amount) {
        return clock(amount, ClockUnit.DAYS);
    }

    private static ClockRule clock(int amount, ClockUnit unit) {
        return new ClockRule(
                "test",
                ClockKind.FLOOR,
                Clause.of("BUDAPEST-185:29(7)"),
                amount,
                unit,
                ClockStart.EFFECT,
                Wording.of("sınaq", "test"),
                Period.ALWAYS,
                new Citation(List.of("X"), Standing.VERIFIED, null, ""));
    }
}
