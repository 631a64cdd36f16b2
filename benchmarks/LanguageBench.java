import az.qalxan.engines.language.LanguageIdentifier;
import az.qalxan.engines.language.SearchText;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Stemming of stories into search keys, and the languages of messages, on one core. */
final class LanguageBench {

    private static final int MESSAGE_CHARS = 100;

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench language [--reports N]", words);
        int count = options.number("--reports", 20_000);
        List<SyntheticReport> reports = Country.reports(7, count).toList();
        List<String> stories = reports.stream().map(SyntheticReport::story).toList();
        double loadMillis = loadMillis();
        Outcome outcome =
                new Outcome("language", count + " stories of the synthetic country", options);
        Rounds.Best best = Rounds.best(stories, story -> SearchText.keys(story).size());
        outcome.also("stories stemmed", best.perSecond(), "1/s/core");
        outcome.also("text read", best.megabytesPerSecond(), "MB/s/core");
        outcome.also("keys made", best.found(), "");
        outcome.also("table of languages loaded", loadMillis, "ms");
        outcome.also("table of languages", tableMegabytes(), "MB, file and heap");
        identification(outcome, reports, stories);
        outcome.end();
    }

    private static double loadMillis() {
        long begin = System.nanoTime();
        LanguageIdentifier.identify("salam");
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double tableMegabytes() throws IOException {
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream("languages.table")) {
            return in.readAllBytes().length / 1e6;
        }
    }

    private static void identification(
            Outcome outcome, List<SyntheticReport> reports, List<String> stories) {
        List<String> messages =
                stories.stream()
                        .map(one -> one.substring(0, Math.min(one.length(), MESSAGE_CHARS)))
                        .toList();
        Rounds.Best best = Rounds.best(messages, LanguageBench::named);
        outcome.also("messages of 100 characters identified", best.perSecond(), "1/s/core");
        Rounds.Best whole = Rounds.best(stories, LanguageBench::named);
        outcome.also("whole stories identified", whole.perSecond(), "1/s/core");
        outcome.also("language right", share(reports, false), "%");
        outcome.also("language and typing right", share(reports, true), "%");
    }

    private static int named(String text) {
        return LanguageIdentifier.identify(text).language().ordinal();
    }

    private static double share(List<SyntheticReport> reports, boolean typing) {
        long right = reports.stream().filter(one -> isRight(one, typing)).count();
        return 100.0 * right / reports.size();
    }

    private static boolean isRight(SyntheticReport report, boolean typing) {
        var found = LanguageIdentifier.identify(report.story());
        String typed = report.truth().typing().equals("clean") ? "native" : report.truth().typing();
        return found.language().code().equals(report.language())
                && (!typing || found.typed().code().equals(typed));
    }
}
