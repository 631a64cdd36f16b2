package az.qalxan.engines.linking.series;

import az.qalxan.engines.linking.CardDigest;
import az.qalxan.engines.linking.HmacCardDigest;
import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.linking.KeyedIdentifier;
import az.qalxan.engines.synthesis.CountryPlan;
import az.qalxan.engines.synthesis.SyntheticCountry;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;

/** A synthetic country that is linked, with the truth beside it. */
@NullUnmarked // the truth about a report may be nothing
final class SyntheticSeries {

    private static final IdentifierExtractor EXTRACTOR = IdentifierExtractor.forRegion("AZ");
    private static final CardDigest CARDS =
            new HmacCardDigest(
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final int STEP = 500;

    final InMemorySeriesStore store = new InMemorySeriesStore();
    final SeriesKeeper keeper;
    final List<SyntheticReport> reports;
    private final TraitReader reader = new TraitReader();

    SyntheticSeries(CountryPlan plan) {
        AtomicLong names = new AtomicLong();
        this.keeper = new SeriesKeeper(store, () -> new UUID(7, names.incrementAndGet()));
        this.reports = SyntheticCountry.of(plan).reports().toList();
        List<ReportTraits> traits = reports.stream().map(this::traits).toList();
        for (int from = 0; from < traits.size(); from += STEP) {
            keeper.put(traits.subList(from, Math.min(traits.size(), from + STEP)));
        }
    }

    static UUID id(SyntheticReport report) {
        return new UUID(report.reportedAt().toEpochMilli() << 16 | 0x7000, report.number());
    }

    ReportTraits traits(SyntheticReport one) {
        List<SeriesReport.Stated> stated = new ArrayList<>();
        for (KeyedIdentifier found : EXTRACTOR.extract(one.story(), CARDS)) {
            stated.add(stated(found, found.identifier().start(), found.identifier().end()));
        }
        one.identifiers().stream()
                .filter(planted -> !planted.inStory())
                .flatMap(planted -> EXTRACTOR.extract(planted.value(), CARDS).stream())
                .map(found -> stated(found, Trait.NOT_IN_STORY, Trait.NOT_IN_STORY))
                .forEach(stated::add);
        SyntheticReport.Loss loss = one.loss();
        return reader.read(
                new SeriesReport(
                        id(one),
                        one.reportedAt(),
                        one.happenedAt(),
                        one.category(),
                        one.region(),
                        loss == null
                                ? null
                                : new SeriesReport.Loss(
                                        loss.amount(), loss.currency(), loss.paidHow()),
                        stated,
                        one.story()));
    }

    private static SeriesReport.Stated stated(KeyedIdentifier found, int start, int end) {
        Identifier identifier = found.identifier();
        return new SeriesReport.Stated(
                identifier.kind(), found.key(), identifier.value(), start, end);
    }

    UUID seriesOf(SyntheticReport report) {
        return store.reports(List.of(id(report))).getFirst().placement().series();
    }

    SeriesQuality quality() {
        return SeriesQuality.of(
                reports.stream()
                        .map(one ->
                                SeriesQuality.Judged.of(
                                        store.reports(List.of(id(one))).getFirst(),
                                        one.series(),
                                        one.truth().bridgesTo()))
                        .toList());
    }
}
