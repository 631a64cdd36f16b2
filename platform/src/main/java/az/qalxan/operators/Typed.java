package az.qalxan.operators;

import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form of this module; everything wrong is told at once. */
final class Typed {

    static final int WORDS_MIN = 10;
    static final int WORDS_MAX = 4_000;

    private final List<Violation> wrong = new ArrayList<>();

    void wrong(String field, String key, Object... arguments) {
        wrong.add(Violation.at(field, key, arguments));
    }

    String words(String field, String typed) {
        return text(field, typed, WORDS_MIN, WORDS_MAX);
    }

    String text(String field, String typed, int charsMin, int charsMax) {
        String clean = CleanText.of(typed).strip();
        if (clean.length() < charsMin || clean.length() > charsMax) {
            wrong(field, "operators.wrong.words", clean.length(), charsMin, charsMax);
        }
        return clean;
    }

    /** What a date field with a time gives, where the country's clocks stand; null for blank. */
    @Nullable Instant moment(String field, String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            wrong(field, "operators.wrong.moment", typed);
            return null;
        }
    }

    LocalDate day(String field, String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            wrong(field, "operators.wrong.moment", typed);
            return otherwise;
        }
    }

    /** Ends the request when anything was wrong. */
    void pass() {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
