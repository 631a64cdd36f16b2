package az.qalxan.deconfliction;

import az.qalxan.reporting.ReportReading;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what somebody entered, all of it at once; card numbers in texts are masked. */
@Component
class Entered {

    /** A purpose or a reason says something. */
    static final int WORDS_MIN = 10;

    static final int WORDS_MAX = 2_000;

    private final ReportReading reading;
    private final RuleBook book;

    Entered(ReportReading reading, RuleBook book) {
        this.reading = reading;
        this.book = book;
    }

    /** What is wrong so far. */
    static final class Check {

        private final List<Violation> violations = new ArrayList<>();

        void wrong(String location, String key, Object... arguments) {
            violations.add(Violation.at(location, key, arguments));
        }

        List<Violation> violations() {
            return List.copyOf(violations);
        }

        /** Ends the request when anything is wrong. */
        void pass() {
            if (!violations.isEmpty()) {
                throw ProblemFound.with(WebProblem.INVALID_INPUT, violations);
            }
        }
    }

    /** The words without blanks around them and without whole card numbers. */
    String words(Check check, String field, String typed) {
        String words = reading.masked(typed.strip());
        if (words.length() < WORDS_MIN || words.length() > WORDS_MAX) {
            check.wrong(field, "decon.wrong.words", words.length(), WORDS_MIN, WORDS_MAX);
        }
        return words;
    }

    /** The words of a reason that must be given. */
    String words(String field, String typed) {
        Check check = new Check();
        String words = words(check, field, typed);
        check.pass();
        return words;
    }

    /** The ground of that code, in force today; null when there is none. */
    @Nullable Ground ground(Check check, String code) {
        Optional<Ground> found = book.groundInForce(code);
        if (found.isEmpty()) {
            check.wrong("ground", "decon.wrong.ground", code);
        }
        return found.orElse(null);
    }

    /** A day from tomorrow to so many days ahead; null when it is none. */
    @Nullable LocalDate day(Check check, String field, String typed, int daysMax) {
        LocalDate today = book.today();
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.isAfter(today) && !day.isAfter(today.plusDays(daysMax))) {
                return day;
            }
        } catch (DateTimeException e) {
            check.wrong(field, "decon.wrong.day-form", typed);
            return null;
        }
        check.wrong(
                field,
                "decon.wrong.day",
                typed,
                today.plusDays(1),
                today.plusDays(daysMax),
                daysMax);
        return null;
    }
}
