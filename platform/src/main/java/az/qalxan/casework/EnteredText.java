package az.qalxan.casework;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;

/** What somebody typed into a field, checked. */
public final class EnteredText {

    /** A reason or an answer says something. */
    public static final int WORDS_MIN = 10;

    public static final int WORDS_MAX = 4_000;

    private EnteredText() {}

    /** The text without blanks around it, or the problem "invalid input" at that field. */
    public static String checked(String field, String typed, int charsMin, int charsMax) {
        String stripped = typed.strip();
        if (stripped.length() < charsMin || stripped.length() > charsMax) {
            throw wrong(field, "case.wrong.words", stripped.length(), charsMin, charsMax);
        }
        return stripped;
    }

    public static String words(String field, String typed) {
        return checked(field, typed, WORDS_MIN, WORDS_MAX);
    }

    public static String title(String field, String typed) {
        return checked(field, typed, CaseOpening.TITLE_CHARS_MIN, CaseOpening.TITLE_CHARS_MAX);
    }

    public static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }
}
