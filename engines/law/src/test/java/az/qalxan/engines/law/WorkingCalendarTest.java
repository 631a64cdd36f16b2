package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Working days of Azerbaijan against what was published. */
class WorkingCalendarTest {

    private static final StateCode AZ = new StateCode("AZ");

    @TestFactory
    List<DynamicTest> freeDaysAreThePublishedOnes() {
        return Table.rows("az-days.txt").stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get(0) + " " + row.get(1),
                                () -> {
                                    int year = Integer.parseInt(row.get(0));
                                    assertThat(extra(week(row.get(1)), year)).isEqualTo(row.get(2));
                                }))
                .toList();
    }

    private static String extra(WorkingCalendar calendar, int year) {
        TreeSet<String> days = new TreeSet<>();
        calendar.exceptions(year)
                .forEach((day, kind) -> {
                    if (kind == DayKind.MOVED_REST
                            || kind == DayKind.ADDED_REST
                            || kind == DayKind.DECIDED_REST) {
                        days.add(day.toString().substring(5));
                    }
                });
        return String.join(" ", days);
    }

    @TestFactory
    List<DynamicTest> deadlinesAreExact() {
        return Table.rows("az-deadlines.txt").stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.toString(),
                                () -> {
                                    DueDay due =
                                            az().plus(
                                                            LocalDate.parse(row.get(0)),
                                                            Integer.parseInt(row.get(1)));
                                    assertThat(due.date()).hasToString(row.get(2));
                                    assertThat(due.provisional()).isFalse();
                                    assertThat(due.reasons()).isNotEmpty();
                                }))
                .toList();
    }

    @Test
    void theYear2026HasAsManyWorkingDaysAsPublished() {
        assertThat(workingDays(az(), 2026)).isEqualTo(241);
    }

    @Test
    void mourningIsNoWorkingDayAndMovesNothing() {
        assertThat(az().of(LocalDate.of(2026, 1, 20))).isEqualTo(DayKind.MOURNING);
        assertThat(az().of(LocalDate.of(2024, 1, 20))).isEqualTo(DayKind.MOURNING);
        assertThat(az().of(LocalDate.of(2024, 1, 22))).isEqualTo(DayKind.WORKING);
    }

    @Test
    void acrossAnUndecidedYearADeadlineIsProvisionalAndSaysSo() {
        DueDay due = az().plus(LocalDate.of(2026, 12, 21), 10);
        assertThat(due.date()).isEqualTo(LocalDate.of(2027, 1, 7));
        assertThat(due.provisional()).isTrue();
        assertThat(due.reasons()).anyMatch(one -> one.code().equals("undecided-year"));
        assertThat(az().plus(LocalDate.of(2026, 12, 21), 7).provisional()).isFalse();
    }

    @Test
    void aDecisionAfterwardsMovesTheDeadlineAndSettlesIt() {
        LocalDate from = LocalDate.of(2027, 2, 25);
        DueDay before = az().plus(from, 10);
        List<YearDecision> decisions = new ArrayList<>(Packs.facts().of(YearDecision.class));
        decisions.add(
                new YearDecision(
                        AZ,
                        2027,
                        Map.of(
                                "ramazan",
                                List.of(LocalDate.of(2027, 3, 18), LocalDate.of(2027, 3, 19))),
                        List.of(),
                        new Citation(List.of("X"), Standing.VERIFIED, null, "")));
        DueDay after = WorkingCalendar.of(az().rules(), decisions).plus(from, 10);
        assertThat(before.provisional()).isTrue();
        assertThat(after.provisional()).isFalse();
        assertThat(after.date()).isNotEqualTo(before.date());
    }

    @Test
    void everyYearThatCanBeAskedHasAPlausibleNumberOfWorkingDays() {
        for (int year = WorkingCalendar.YEAR_MIN; year <= WorkingCalendar.YEAR_MAX; year++) {
            assertThat(workingDays(az(), year)).as("%d", year).isBetween(235L, 255L);
        }
        assertThatThrownBy(() -> az().of(LocalDate.of(1989, 12, 31)))
                .hasMessageContaining("1990 to 2170");
        assertThatThrownBy(() -> az().plus(LocalDate.of(2026, 1, 1), -1))
                .hasMessageContaining("not -1");
    }

    @Test
    void countingIsMonotoneAndAgreesWithANaiveCount() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            LocalDate from = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
            int days = random.nextInt(120);
            LocalDate due = az().plus(from, days).date();
            assertThat(naive(from, due))
                    .as("seed %d, %s + %d", seed, from, days)
                    .isEqualTo((long) days);
            assertThat(days == 0 ? due.equals(from) : az().of(due).working())
                    .as("seed %d, %s + %d", seed, from, days)
                    .isTrue();
            assertThat(az().plus(from.plusDays(1), days).date())
                    .as("seed %d, %s + %d", seed, from, days)
                    .isAfterOrEqualTo(due);
        }
    }

    private static long naive(LocalDate from, LocalDate due) {
        return from.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(day -> az().of(day).working())
                .count();
    }

    private static long workingDays(WorkingCalendar calendar, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> calendar.of(day).working())
                .count();
    }

    private static WorkingCalendar az() {
        return Packs.book().calendar(AZ).orElseThrow();
    }

    private static WorkingCalendar week(String id) {
        CalendarRules rules = az().rules();
        Week week =
                rules.weeks().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return WorkingCalendar.of(rules, Packs.facts().of(YearDecision.class), week);
    }
}
