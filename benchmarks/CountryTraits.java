import az.qalxan.engines.linking.CardDigest;
import az.qalxan.engines.linking.HmacCardDigest;
import az.qalxan.engines.linking.Identifier;
import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.linking.KeyedIdentifier;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesReport;
import az.qalxan.engines.linking.series.TraitReader;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What linking keeps of reports of the synthetic country, read as the platform reads it. */
final class CountryTraits {

    private final IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");
    private final CardDigest cards;
    private final TraitReader reader = new TraitReader();

    /** {@code secret} is the key of the digests of card numbers. */
    CountryTraits(String secret) {
        this.cards = new HmacCardDigest(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ids sort as the reports arrived, as the platform's own ids do. */
    static UUID id(SyntheticReport one) {
        long millis = one.reportedAt().toEpochMilli();
        long high = millis << 16 | 0x7000 | one.number() >>> 20 & 0xFFF;
        return new UUID(high, 0x8000000000000000L | one.number());
    }

    ReportTraits of(SyntheticReport one) {
        return reader.read(report(one));
    }

    private SeriesReport report(SyntheticReport one) {
        List<SeriesReport.Stated> stated = new ArrayList<>();
        for (KeyedIdentifier found : extractor.extract(one.story(), cards)) {
            Identifier identifier = found.identifier();
            stated.add(
                    new SeriesReport.Stated(
                            identifier.kind(),
                            found.key(),
                            identifier.value(),
                            identifier.start(),
                            identifier.end()));
        }
        one.identifiers().stream()
                .filter(planted -> !planted.inStory())
                .flatMap(planted -> extractor.extract(planted.value(), cards).stream())
                .map(found ->
                        new SeriesReport.Stated(
                                found.identifier().kind(),
                                found.key(),
                                found.identifier().value(),
                                -1,
                                -1))
                .forEach(stated::add);
        var loss = one.loss();
        return new SeriesReport(
                id(one),
                one.reportedAt(),
                one.happenedAt(),
                one.category(),
                one.region(),
                loss == null
                        ? null
                        : new SeriesReport.Loss(loss.amount(), loss.currency(), loss.paidHow()),
                stated,
                one.story());
    }
}
