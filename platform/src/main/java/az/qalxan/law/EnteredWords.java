package az.qalxan.law;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;

/** Words with which somebody explains a decision. */
final class EnteredWords {

    private static final int CHARS_MIN = 10;
    private static final int CHARS_MAX = 2_000;

    private EnteredWords() {}

    /** Words that may be left out. */
    static String may(String words) {
        return checked(words, 0);
    }

    /** Words that must say something. */
    static String must(String words) {
        return checked(words, CHARS_MIN);
    }

    private static String checked(String words, int least) {
        String bare = words.strip();
        if (bare.length() < least || bare.length() > CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "words",
                                    "legal.words-wrong",
                                    bare.length(),
                                    least,
                                    CHARS_MAX)));
        }
        return bare;
    }
}
