import az.qalxan.engines.language.SearchText;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.util.List;

/** Stemming of stories into search keys, reports a second on one core. */
final class LanguageBench {

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench language [--reports N]", words);
        int count = options.number("--reports", 20_000);
        List<String> stories =
                Country.reports(7, count).map(SyntheticReport::story).toList();
        Outcome outcome =
                new Outcome("language", count + " stories of the synthetic country", options);
        Rounds.Best best = Rounds.best(stories, story -> SearchText.keys(story).size());
        outcome.also("stories stemmed", best.perSecond(), "1/s/core");
        outcome.also("text read", best.megabytesPerSecond(), "MB/s/core");
        outcome.also("keys made", best.found(), "");
        outcome.end();
    }
}
