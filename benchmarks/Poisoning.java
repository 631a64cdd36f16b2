import az.qalxan.engines.linking.series.PlacedReport;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.engines.linking.series.TraitKind;
import az.qalxan.engines.synthesis.PlantedIdentifier;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Somebody files false reports, each of which names a phone of two rings, to make one of them. */
final class Poisoning {

    private static final int VICTIMS_MIN = 10;
    private static final int PAIRS_MAX = 50;
    private static final long FALSE_NUMBERS = 900_000_000;

    private final PlantedCountry.Linked linked;
    private final List<Ring> rings = new ArrayList<>();

    /** A ring with the phone that most of its victims name. */
    private record Ring(String phone, ReportTraits victim) {}

    /** How many pairs of rings were tried, became one, and were as before in the end. */
    record Effect(int tried, int joined, int restored) {}

    Poisoning(PlantedCountry.Linked linked) {
        this.linked = linked;
        Map<String, List<ReportTraits>> victims = new TreeMap<>();
        for (ReportTraits report : linked.reports()) {
            String series = linked.truth().get(report.id()).series();
            if (series != null) {
                victims.computeIfAbsent(series, s -> new ArrayList<>()).add(report);
            }
        }
        victims.values().stream().filter(some -> some.size() >= VICTIMS_MIN).forEach(this::add);
    }

    private void add(List<ReportTraits> victims) {
        Map<String, List<ReportTraits>> named = new TreeMap<>();
        for (ReportTraits victim : victims) {
            for (Trait trait : victim.traits()) {
                if (trait.kind() == TraitKind.PHONE) {
                    named.computeIfAbsent(trait.shown(), p -> new ArrayList<>()).add(victim);
                }
            }
        }
        named.entrySet().stream()
                .filter(one -> one.getValue().size() >= 3)
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .ifPresent(one -> rings.add(new Ring(one.getKey(), one.getValue().getFirst())));
    }

    Effect file(int lies) {
        int tried = 0;
        int joined = 0;
        int restored = 0;
        for (int i = 0; i + 1 < rings.size() && tried < PAIRS_MAX; i += 2) {
            Ring one = rings.get(i);
            Ring other = rings.get(i + 1);
            UUID first = series(one);
            UUID second = series(other);
            if (first == null || second == null || first.equals(second)) {
                continue;
            }
            tried++;
            Map<UUID, Set<UUID>> before = members(first, second);
            List<ReportTraits> filed = lies(one, other, lies);
            linked.keeper().put(filed);
            joined += series(one) != null && series(one).equals(series(other)) ? 1 : 0;
            linked.keeper().withdraw(filed.stream().map(ReportTraits::id).toList());
            restored += parted(before) ? 1 : 0;
        }
        return new Effect(tried, joined, restored);
    }

    private UUID series(Ring ring) {
        return linked.store()
                .reports(List.of(ring.victim().id()))
                .getFirst()
                .placement()
                .series();
    }

    private Map<UUID, Set<UUID>> members(UUID first, UUID second) {
        Map<UUID, Set<UUID>> members = new HashMap<>();
        for (PlacedReport one : linked.store().all()) {
            UUID series = one.placement().series();
            if (first.equals(series) || second.equals(series)) {
                members.computeIfAbsent(series, s -> new HashSet<>()).add(one.id());
            }
        }
        return members;
    }

    /** Whether the same reports stand together as then, under whatever name. */
    private boolean parted(Map<UUID, Set<UUID>> before) {
        Set<UUID> names = new HashSet<>();
        for (Set<UUID> some : before.values()) {
            Set<UUID> now = new HashSet<>();
            linked.store()
                    .reports(some)
                    .forEach(one -> now.add(one.placement().series()));
            names.addAll(now);
            if (now.size() != 1) {
                return false;
            }
        }
        return names.size() == before.size();
    }

    private static List<ReportTraits> lies(Ring one, Ring other, int count) {
        CountryTraits traits = new CountryTraits("0123456789abcdef0123456789abcdef");
        var about = one.victim().circumstances();
        List<ReportTraits> lies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant day = Instant.EPOCH.plus(about.happenedDay(), ChronoUnit.DAYS);
            lies.add(
                    traits.of(
                            new SyntheticReport(
                                    FALSE_NUMBERS + i, day, day.plus(1 + i, ChronoUnit.HOURS),
                                    about.category(), about.region(), "web", "az",
                                    "Mənə bu nömrələrdən zəng etdilər.", false, null,
                                    List.of(phone(one), phone(other)),
                                    new SyntheticReport.Truth(
                                            null, SyntheticReport.Role.SINGLE, null, "clean"))));
        }
        return lies;
    }

    private static PlantedIdentifier phone(Ring ring) {
        int nowhere = PlantedIdentifier.NOT_IN_STORY;
        return new PlantedIdentifier(
                "phone", ring.phone(), nowhere, nowhere, PlantedIdentifier.Standing.RING);
    }
}
