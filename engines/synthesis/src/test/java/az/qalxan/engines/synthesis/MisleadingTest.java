package az.qalxan.engines.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes a country harder to link does what it says, and nothing where it is not asked for. */
class MisleadingTest {

    private static final CountryPlan PLAN = CountryPlan.of(3, 3_000, Countries.LAST_DAY);

    private static List<SyntheticReport> misled(Misleading by) {
        return Countries.reports(PLAN.withMisleading(by));
    }

    private static Map<String, Set<String>> truths(
            List<SyntheticReport> reports, PlantedIdentifier.Standing standing) {
        Map<String, Set<String>> truths = new HashMap<>();
        for (SyntheticReport report : reports) {
            String truth = report.series() == null ? "-" + report.number() : report.series();
            report.identifiers().stream()
                    .filter(one -> one.standing() == standing)
                    .forEach(one ->
                            truths.computeIfAbsent(one.value(), v -> new HashSet<>()).add(truth));
        }
        return truths;
    }

    @Test
    void otherLettersChangeTheWordsAndNothingElse() {
        List<SyntheticReport> clean = Countries.reports(PLAN.withTypists(Typists.CLEAN));
        List<SyntheticReport> cyrillic = Countries.reports(PLAN.withTypists(Typists.CYRILLIC));
        int retyped = 0;
        for (int i = 0; i < clean.size(); i++) {
            SyntheticReport one = clean.get(i);
            SyntheticReport other = cyrillic.get(i);
            assertThat(values(other)).isEqualTo(values(one));
            assertThat(other.series()).isEqualTo(one.series());
            boolean azerbaijani = one.language().equals("az");
            assertThat(other.truth().typing().equals("cyrillic")).isEqualTo(azerbaijani);
            if (!one.language().equals("tr")) {
                assertThat(other.story().equals(one.story())).isNotEqualTo(azerbaijani);
            }
            retyped += azerbaijani ? 1 : 0;
        }
        assertThat(retyped).isGreaterThan(2_000);
    }

    private static List<String> values(SyntheticReport report) {
        return report.identifiers().stream().map(PlantedIdentifier::value).toList();
    }

    @Test
    void twoReportsOfOneVictimBelongTogether() {
        List<SyntheticReport> all = misled(new Misleading(0, 0, 0, 0.1, 0, 0));
        List<SyntheticReport> second = all.stream().filter(r -> r.number() > 3_000).toList();
        assertThat(second).hasSizeBetween(200, 400);
        assertThat(all).isSortedAccordingTo((a, b) -> a.reportedAt().compareTo(b.reportedAt()));
        Map<String, Long> sizes =
                all.stream()
                        .filter(one -> one.series() != null)
                        .collect(
                                Collectors.groupingBy(
                                        SyntheticReport::series, Collectors.counting()));
        assertThat(second).allSatisfy(one -> assertThat(sizes.get(one.series())).isGreaterThan(1));
        Set<String> stories = new HashSet<>();
        long verbatim = all.stream().filter(one -> !stories.add(one.story())).count();
        assertThat(verbatim).isBetween(second.size() / 3L, second.size() * 2L / 3);
    }

    @Test
    void ownNumbersAndAgentsAreSharedByTheUnrelatedAndSitesBelowAHostAreNot() {
        List<SyntheticReport> all = misled(new Misleading(0, 0.5, 0.2, 0, 0.5, 0));
        assertThat(truths(all, PlantedIdentifier.Standing.OWN).values())
                .anyMatch(set -> set.size() == 2);
        assertThat(truths(all, PlantedIdentifier.Standing.HUB).values())
                .filteredOn(set -> set.size() > 20)
                .hasSizeGreaterThan(10);
        assertThat(truths(all, PlantedIdentifier.Standing.RING).values())
                .allMatch(set -> set.size() == 1);
        assertThat(all.stream().flatMap(one -> values(one).stream()))
                .anyMatch(value -> value.contains(".pulsuz-sayt.example"));
    }

    @Test
    void whoCopiesAScriptSpeaksInTheNameOfTheSameBank() {
        DayCurve curve = new DayCurve(PLAN);
        CountryPlan copying = PLAN.withMisleading(new Misleading(1, 0, 0, 0, 0, 0));
        List<Ring> rings = RingPlanner.rings(copying, curve);
        List<Ring> usual = RingPlanner.rings(PLAN, curve);
        assertThat(usual).allMatch(ring -> ring.script() == ring.seed());
        assertThat(rings).filteredOn(ring -> ring.script() != ring.seed()).isNotEmpty();
        assertThat(rings).extracting(Ring::seed).isEqualTo(usual.stream().map(Ring::seed).toList());
    }

    @Test
    void sharesLieBetweenNothingAndAll() {
        assertThatThrownBy(() -> new Misleading(0, 0, 1.1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.1");
    }
}
