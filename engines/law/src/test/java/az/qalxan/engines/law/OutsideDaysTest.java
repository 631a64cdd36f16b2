package az.qalxan.engines.law;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.engines.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The outside file of working days says the same as our calendar, where it is present. */
class OutsideDaysTest {

    @Test
    void everyVectorOfTheOutsideFileHolds() throws IOException {
        Path file = outside();
        assumeTrue(
                Files.isReadable(file),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder to compare with it");
        PackProblems problems = new PackProblems();
        Yaml root = LawPacks.document("az-working-days.yaml", Files.readAllBytes(file), problems);
        assertThat(problems.all()).isEmpty();
        at(requireNonNull(root), "years")
                .entries()
                .forEach((year, vectors) -> {
                    check(Integer.parseInt(year), "five-day", at(vectors, "extra_rest_5day"));
                    check(Integer.parseInt(year), "six-day", at(vectors, "extra_rest_6day"));
                });
    }

    private static Yaml at(Yaml node, String key) {
        return requireNonNull(node.entries().get(key), key);
    }

    private static Path outside() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path folder = named == null ? Packs.folder().resolve("../../shared/data") : Path.of(named);
        return folder.resolve("society/az-working-days.yaml").normalize();
    }

    private static void check(int year, String week, Yaml expected) {
        CalendarRules rules = Packs.facts().of(CalendarRules.class).getFirst();
        Week kind =
                rules.weeks().stream()
                        .filter(one -> one.id().equals(week))
                        .findFirst()
                        .orElseThrow();
        WorkingCalendar calendar =
                WorkingCalendar.of(rules, Packs.facts().of(YearDecision.class), kind);
        TreeSet<String> days = new TreeSet<>();
        calendar.exceptions(year)
                .forEach((day, what) -> {
                    if (!what.working() && what != DayKind.HOLIDAY && what != DayKind.MOURNING) {
                        days.add(day.toString().substring(5));
                    }
                });
        assertThat(days)
                .as("%d, %s", year, week)
                .containsExactlyInAnyOrderElementsOf(
                        expected.items().stream().map(Yaml::text).toList());
    }
}
