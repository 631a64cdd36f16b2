package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.PlantedIdentifier;
import az.qalxan.engines.synthesis.PlantedIdentifier.Standing;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** False reports that name the numbers of two rings, so that investigators take them for one. */
@NullUnmarked // a null here fails the test anyway
class PoisonedSeriesTest {

    private static final int HOLDERS_MIN = 4;

    private final SyntheticSeries country =
            new SyntheticSeries(CountryPlan.of(2, 3_000, LocalDate.of(2026, 10, 31)));

    @Test
    void oneFalseReportJoinsNoTwoRingsAndTwoAreUndoneWithoutTrace() {
        List<Target> rings = targets();
        assertThat(rings).hasSizeGreaterThan(10);
        for (int i = 0; i + 1 < rings.size(); i += 2) {
            Target one = rings.get(i);
            Target other = rings.get(i + 1);
            Map<UUID, UUID> before = places();
            country.keeper.put(List.of(lie(1, one, other)));
            assertThat(together(one, other)).isFalse();
            country.keeper.put(List.of(lie(2, one, other)));
            country.keeper.withdraw(List.of(id(1), id(2)));
            assertThat(places().keySet()).isEqualTo(before.keySet());
            assertThat(heads(places())).isEqualTo(heads(before));
        }
    }

    @Test
    void aRejectedLinkKeepsTheRingsApartAgainstAnyNumberOfFalseReports() {
        List<Target> rings = targets();
        Target one = rings.get(0);
        Target other = rings.get(1);
        ReportPair pair =
                new ReportPair(
                        SyntheticSeries.id(one.victim()), SyntheticSeries.id(other.victim()));
        country.keeper.put(List.of(lie(1, one, other), lie(2, one, other), lie(3, one, other)));
        assertThat(together(one, other)).isTrue();
        country.store.decide(new PairDecision(pair, PairDecision.Verdict.NOT_SAME));
        country.keeper.decided(List.of(pair));
        assertThat(together(one, other)).isFalse();
        country.keeper.put(List.of(lie(4, one, other), lie(5, one, other)));
        assertThat(together(one, other)).isFalse();
    }

    @Test
    void aNumberMadeCommonIsMadeSpecificAgainByRuling() {
        int changed = 0;
        for (Target target : targets()) {
            SyntheticReport victim = target.victim();
            List<UUID> members = members(victim);
            long key = key(target);
            country.store.rule(key, HubRuling.HUB);
            country.keeper.ruled(List.of(key));
            changed += members(victim).equals(members) ? 0 : 1;
            country.store.rule(key, HubRuling.NOT_HUB);
            country.keeper.ruled(List.of(key));
            assertThat(members(victim)).isEqualTo(members);
        }
        assertThat(changed).isPositive();
    }

    private long key(Target target) {
        return country.traits(target.victim()).traits().stream()
                .filter(trait -> trait.shown().equals(target.phone()))
                .mapToLong(Trait::key)
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> members(SyntheticReport victim) {
        UUID series = country.seriesOf(victim);
        return places().entrySet().stream()
                .filter(one -> series != null && series.equals(one.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A victim of a ring of which several name one phone, and that phone. */
    private record Target(SyntheticReport victim, String phone) {}

    private List<Target> targets() {
        Map<String, Map<String, List<SyntheticReport>>> named = new TreeMap<>();
        for (SyntheticReport report : country.reports) {
            for (PlantedIdentifier stated : report.identifiers()) {
                if (stated.kind().equals("phone") && stated.standing() == Standing.RING) {
                    named.computeIfAbsent(report.series(), s -> new TreeMap<>())
                            .computeIfAbsent(stated.value(), p -> new ArrayList<>())
                            .add(report);
                }
            }
        }
        List<Target> targets = new ArrayList<>();
        for (Map<String, List<SyntheticReport>> phones : named.values()) {
            phones.entrySet().stream()
                    .filter(one -> one.getValue().size() >= HOLDERS_MIN)
                    .findFirst()
                    .ifPresent(one ->
                            targets.add(new Target(one.getValue().getFirst(), one.getKey())));
        }
        return targets;
    }

    private static UUID id(int number) {
        return new UUID(-1L >>> 1, number);
    }

    private ReportTraits lie(int number, Target one, Target other) {
        SyntheticReport about = one.victim();
        int nowhere = PlantedIdentifier.NOT_IN_STORY;
        ReportTraits lie =
                country.traits(
                        new SyntheticReport(
                                900_000 + number,
                                about.happenedAt(),
                                about.reportedAt(),
                                about.category(),
                                about.region(),
                                "web",
                                "az",
                                "Mənə bu nömrələrdən zəng etdilər.",
                                false,
                                null,
                                List.of(
                                        new PlantedIdentifier(
                                                "phone",
                                                one.phone(),
                                                nowhere,
                                                nowhere,
                                                Standing.RING),
                                        new PlantedIdentifier(
                                                "phone",
                                                other.phone(),
                                                nowhere,
                                                nowhere,
                                                Standing.RING)),
                                new SyntheticReport.Truth(
                                        null, SyntheticReport.Role.SINGLE, null, "clean")));
        return new ReportTraits(id(number), lie.circumstances(), lie.traits(), lie.words());
    }

    private boolean together(Target one, Target other) {
        UUID series = country.seriesOf(one.victim());
        return series != null && series.equals(country.seriesOf(other.victim()));
    }

    private Map<UUID, UUID> places() {
        Map<UUID, UUID> places = new HashMap<>();
        country.store.all().forEach(one -> places.put(one.id(), one.placement().series()));
        return places;
    }

    /** For every report in a series the smallest id of it: names of series depend on history. */
    private static Map<UUID, UUID> heads(Map<UUID, UUID> places) {
        Map<UUID, UUID> heads = new HashMap<>();
        places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(one -> one.getValue() != null)
                .forEach(one -> heads.putIfAbsent(one.getValue(), one.getKey()));
        Map<UUID, UUID> found = new HashMap<>();
        places.forEach((report, series) -> found.put(report, heads.get(series)));
        return found;
    }
}
