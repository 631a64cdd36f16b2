import az.qalxan.engines.linking.IdentifierExtractor;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.util.List;

/** Extraction of identifiers from stories, reports a second on one core. */
final class LinkingBench {

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench linking [--reports N]", words);
        int count = options.number("--reports", 20_000);
        List<String> stories =
                Country.reports(7, count).map(SyntheticReport::story).toList();
        IdentifierExtractor extractor = IdentifierExtractor.forRegion("AZ");
        Outcome outcome =
                new Outcome("linking", count + " stories of the synthetic country", options);
        Rounds.Best best =
                Rounds.best(stories, story -> extractor.extract(story).size());
        outcome.also("stories extracted", best.perSecond(), "1/s/core");
        outcome.also("text read", best.megabytesPerSecond(), "MB/s/core");
        outcome.also("identifiers found", best.found(), "");
        outcome.end();
    }
}
