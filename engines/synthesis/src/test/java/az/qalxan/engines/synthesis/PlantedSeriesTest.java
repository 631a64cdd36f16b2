package az.qalxan.engines.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.synthesis.PlantedIdentifier.Standing;
import az.qalxan.engines.synthesis.SyntheticReport.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The planted series can be found by somebody who knows what is shared, and by nobody else. */
class PlantedSeriesTest {

    @Test
    void seriesSizesFollowAPowerLaw() {
        List<Long> sizes =
                Countries.DEMO.stream()
                        .filter(report -> report.series() != null)
                        .collect(
                                Collectors.groupingBy(
                                        SyntheticReport::series, Collectors.counting()))
                        .values()
                        .stream()
                        .sorted()
                        .toList();
        System.out.println(
                "Series: %d; sizes: median %d, largest %s"
                        .formatted(
                                sizes.size(),
                                sizes.get(sizes.size() / 2),
                                sizes.subList(sizes.size() - 5, sizes.size())));
        assertThat(sizes.getFirst()).isEqualTo(2);
        assertThat(sizes.getLast()).isGreaterThanOrEqualTo(500);
        assertThat(sizes.get(sizes.size() / 2)).isBetween(2L, 6L);
        assertThat(sizes).hasSizeGreaterThan(300);
    }

    @Test
    void identifiersAreSharedOnlyWhereThatWasPlanted() {
        Map<String, Set<String>> seriesOf = new HashMap<>();
        Map<String, Integer> singles = new HashMap<>();
        for (SyntheticReport report : Countries.DEMO) {
            for (PlantedIdentifier identifier : report.identifiers()) {
                String key = identifier.kind() + identifier.value();
                if (identifier.standing() == Standing.RING) {
                    seriesOf.computeIfAbsent(key, k -> new HashSet<>())
                            .add(report.truth().series());
                } else if (identifier.standing() == Standing.SINGLE
                        || identifier.standing() == Standing.OWN) {
                    singles.merge(key, 1, Integer::sum);
                }
            }
        }
        assertThat(seriesOf.values()).allMatch(series -> series.size() == 1);
        assertThat(singles.values()).allMatch(count -> count == 1);
        assertThat(singles.keySet()).doesNotContainAnyElementsOf(seriesOf.keySet());
    }

    @Test
    void hubsAreMentionedByManyUnrelatedVictims() {
        Map<String, Set<String>> crimes = new HashMap<>();
        Map<String, Integer> mentions = new HashMap<>();
        for (SyntheticReport report : Countries.DEMO) {
            for (PlantedIdentifier identifier : report.identifiers()) {
                if (identifier.hub()) {
                    crimes.computeIfAbsent(identifier.value(), v -> new TreeSet<>())
                            .add(report.category());
                    mentions.merge(identifier.value(), 1, Integer::sum);
                }
            }
        }
        assertThat(mentions).hasSizeBetween(18, 20);
        assertThat(mentions.values()).allMatch(count -> count > 30);
        assertThat(crimes.values()).allMatch(set -> set.size() > 1);
    }

    @Test
    void bridgesNameAnotherSeriesThatUsesTheIdentifier() {
        List<SyntheticReport> bridges =
                Countries.reports(CountryPlan.of(3, 100_000, Countries.LAST_DAY)).stream()
                        .filter(report -> report.truth().role() == Role.BRIDGE)
                        .toList();
        assertThat(bridges).hasSizeGreaterThan(5);
        assertThat(bridges)
                .allSatisfy(report -> {
                    assertThat(report.truth().bridgesTo())
                            .isNotNull()
                            .isNotEqualTo(report.series());
                    assertThat(report.identifiers())
                            .filteredOn(i -> i.standing() == Standing.BRIDGE)
                            .hasSize(1);
                });
    }

    @Test
    void sharedIdentifiersFindTheSeriesBetterTheMoreRingsReuseThem() {
        CountryPlan plan = CountryPlan.of(7, 8_000, Countries.LAST_DAY);
        double last = 0;
        for (int percent = 10; percent <= 100; percent += 10) {
            double[] score = oracle(Countries.reports(plan.withIdentifierReuse(percent / 100.0)));
            print("reuse " + percent + " %", score);
            assertThat(score[0]).isGreaterThan(0.98);
            assertThat(score[1]).isGreaterThan(last);
            last = score[1];
        }
        assertThat(last).isGreaterThan(0.9);
    }

    @Test
    void mostSeriesOfTheDefaultCountryCanBeFound() {
        double[] score = oracle(Countries.DEMO);
        print("mixed reuse", score);
        assertThat(score[0]).isGreaterThan(0.98);
        assertThat(score[1]).isGreaterThan(0.85);
    }

    private static void print(String what, double[] score) {
        double f1 = 2 * score[0] * score[1] / (score[0] + score[1]);
        System.out.printf(
                Locale.ROOT,
                "Shared identifiers alone, %s: B-cubed precision %.4f, recall %.4f, F1 %.4f%n",
                what,
                score[0],
                score[1],
                f1);
    }

    /** Joins reports of series by identifiers that are no hubs; precision and recall. */
    private static double[] oracle(List<SyntheticReport> all) {
        List<SyntheticReport> reports = all.stream().filter(r -> r.series() != null).toList();
        int[] parent = new int[reports.size()];
        Arrays.setAll(parent, i -> i);
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            for (PlantedIdentifier identifier : reports.get(i).identifiers()) {
                if (!identifier.hub() && identifier.standing() != Standing.OWN) {
                    Integer other = first.putIfAbsent(key(identifier), i);
                    parent[root(parent, i)] = root(parent, other == null ? i : other);
                }
            }
        }
        return bCubed(reports, parent);
    }

    /** A link counts by its host, as a domain does. */
    private static String key(PlantedIdentifier identifier) {
        return identifier.kind().equals("url")
                ? "domain" + identifier.value().split("/", -1)[2]
                : identifier.kind() + identifier.value();
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static double[] bCubed(List<SyntheticReport> reports, int[] parent) {
        Map<String, Integer> truth = new HashMap<>();
        Map<Integer, Integer> found = new HashMap<>();
        Map<String, Integer> both = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            String series = reports.get(i).series();
            int cluster = root(parent, i);
            truth.merge(series, 1, Integer::sum);
            found.merge(cluster, 1, Integer::sum);
            both.merge(series + ' ' + cluster, 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < parent.length; i++) {
            String series = reports.get(i).series();
            int cluster = root(parent, i);
            double common = both.getOrDefault(series + ' ' + cluster, 0);
            precision += common / found.getOrDefault(cluster, 0);
            recall += common / truth.getOrDefault(series, 0);
        }
        return new double[] {precision / parent.length, recall / parent.length};
    }
}
