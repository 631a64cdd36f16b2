package az.qalxan.strategy.progress;

import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;

/** Words that somebody typed about progress. */
final class ProgressWords {

    static final int MIN = 10;
    static final int MAX = 4_000;

    private ProgressWords() {}

    /** Words that have to be there; what is wrong goes to the list. */
    static String must(String typed, List<Violation> wrong) {
        return between(typed, MIN, wrong);
    }

    /** Words that may be left out. */
    static String may(String typed, List<Violation> wrong) {
        return between(typed, 0, wrong);
    }

    private static String between(String typed, int least, List<Violation> wrong) {
        String clean = CleanText.of(typed);
        if (clean.length() < least || clean.length() > MAX) {
            wrong.add(Violation.at("words", "progress.wrong.words", clean.length(), least, MAX));
        }
        return clean;
    }

    /**
     * Ends the request when something is wrong.
     *
     * @throws ProblemFound with everything that is
     */
    static void pass(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
