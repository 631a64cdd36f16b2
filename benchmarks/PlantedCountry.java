import az.qalxan.engines.linking.series.HubRule;
import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.InMemorySeriesStore;
import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesKeeper;
import az.qalxan.engines.linking.series.SeriesQuality;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.engines.linking.series.TraitKind;
import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.PlantedIdentifier;
import az.qalxan.engines.synthesis.SyntheticCountry;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A synthetic country as linking reads it, with the truth beside it. */
final class PlantedCountry {

    private static final int STEP = 2_000;

    /** What is true of a report. */
    record Truth(@Nullable String series, @Nullable String bridge) {}

    private final List<ReportTraits> reports = new ArrayList<>();
    private final Map<UUID, Truth> truth = new HashMap<>();

    private PlantedCountry() {}

    /** Reads all reports as the platform does, or only what stands in their forms. */
    static PlantedCountry read(CountryPlan plan, boolean withoutStories) {
        PlantedCountry country = new PlantedCountry();
        CountryTraits traits = new CountryTraits("0123456789abcdef0123456789abcdef");
        List<SyntheticReport> portion = new ArrayList<>(STEP);
        SyntheticCountry.of(plan).reports().forEach(one -> {
            portion.add(withoutStories ? formOf(one) : one);
            if (portion.size() == STEP) {
                country.add(portion, traits);
            }
        });
        country.add(portion, traits);
        return country;
    }

    private void add(List<SyntheticReport> portion, CountryTraits traits) {
        reports.addAll(portion.parallelStream().map(traits::of).toList());
        portion.forEach(one -> truth.put(
                CountryTraits.id(one), new Truth(one.series(), one.truth().bridgesTo())));
        portion.clear();
    }

    /** Everything that the story names stands in the form, and nothing is told. */
    private static SyntheticReport formOf(SyntheticReport one) {
        int nowhere = PlantedIdentifier.NOT_IN_STORY;
        return new SyntheticReport(
                one.number(), one.happenedAt(), one.reportedAt(), one.category(), one.region(),
                one.channel(), one.language(), "", one.onBehalf(), one.loss(),
                one.identifiers().stream()
                        .map(it -> new PlantedIdentifier(
                                it.kind(), it.value(), nowhere, nowhere, it.standing()))
                        .toList(),
                one.truth());
    }

    Linked linked() {
        return linked(kind -> null);
    }

    /** Links report by report, in portions, with rulings about every key of some kinds. */
    Linked linked(Function<TraitKind, @Nullable HubRuling> ruling) {
        InMemorySeriesStore store = new InMemorySeriesStore();
        for (ReportTraits report : reports) {
            for (Trait trait : report.traits()) {
                HubRuling ruled = ruling.apply(trait.kind());
                if (ruled != null) {
                    store.rule(trait.key(), ruled);
                }
            }
        }
        AtomicLong names = new AtomicLong();
        SeriesKeeper keeper =
                new SeriesKeeper(store, () -> new UUID(7, names.incrementAndGet()));
        for (int from = 0; from < reports.size(); from += STEP) {
            keeper.put(reports.subList(from, Math.min(reports.size(), from + STEP)));
        }
        return new Linked(store, keeper, this);
    }

    /** A country whose series are found. */
    record Linked(InMemorySeriesStore store, SeriesKeeper keeper, PlantedCountry country) {

        SeriesQuality quality() {
            List<SeriesQuality.Judged> judged = new ArrayList<>();
            store.all().forEach(placed -> {
                Truth known = country.truth.get(placed.id());
                judged.add(SeriesQuality.Judged.of(placed, known.series(), known.bridge()));
            });
            return SeriesQuality.of(judged);
        }

        List<ReportTraits> reports() {
            return country.reports;
        }

        Map<UUID, Truth> truth() {
            return country.truth;
        }
    }

    /** What one gets who joins everything that shares an identifier, less the hubs. */
    SeriesQuality joinedSimply() {
        Map<Long, KeyCensus> censuses = new HashMap<>();
        for (ReportTraits report : reports) {
            for (Trait trait : report.traits()) {
                KeyCensus known =
                        censuses.getOrDefault(
                                trait.key(), KeyCensus.empty(trait.key(), trait.kind()));
                censuses.put(trait.key(), known.plus(report));
            }
        }
        int[] parent = new int[reports.size()];
        Map<Long, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (Trait trait : reports.get(i).traits()) {
                KeyCensus census = censuses.get(trait.key());
                if (trait.kind().strong() && !HubRule.isHub(census, null)) {
                    Integer other = first.putIfAbsent(trait.key(), i);
                    parent[root(parent, i)] = root(parent, other == null ? i : other);
                }
            }
        }
        List<SeriesQuality.Judged> judged = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            UUID id = reports.get(i).id();
            Truth known = truth.get(id);
            UUID found = new UUID(9, root(parent, i));
            judged.add(
                    new SeriesQuality.Judged(id, found, null, known.series(), known.bridge()));
        }
        return SeriesQuality.of(judged);
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
