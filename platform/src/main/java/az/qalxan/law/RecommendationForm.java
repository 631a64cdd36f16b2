package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.StateCode;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recommendation as it is filled in; every part may be missing. */
record RecommendationForm(
        @Nullable String state,
        @Nullable String clause,
        @Nullable String title,
        @Nullable String words,
        @Nullable String asked,
        @Nullable String source,
        @Nullable String answerDue) {

    static final int TITLE_CHARS_MAX = 200;
    static final int WORDS_CHARS_MAX = 4_000;

    /** What is recommended; all that is wrong at once. */
    Recommendation.Wish wish() {
        Checked checked = new Checked();
        String titled = checked.text("title", title, new Length(5, TITLE_CHARS_MAX));
        String said = checked.text("words", words, new Length(10, WORDS_CHARS_MAX));
        String body = checked.text("asked", asked, new Length(2, 200));
        String from = checked.text("source", source, new Length(3, 500));
        @Nullable LocalDate due = checked.day("answerDue", answerDue);
        @Nullable StateCode of = checked.state(state);
        @Nullable Clause place = checked.clause(clause);
        if (of == null || place == null || !checked.wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, checked.wrong);
        }
        return new Recommendation.Wish(of, place, titled, said, body, from, due);
    }

    /** An answer or a note as it is filled in. */
    record Step(
            @Nullable String kind,
            @Nullable String verdict,
            @Nullable String words,
            @Nullable String source,
            @Nullable String answeredOn) {

        Recommendation.Step step(Instant at, String name) {
            Checked checked = new Checked();
            Recommendation.@Nullable StepKind step =
                    checked.constant("kind", kind, Recommendation.StepKind.values());
            String said = checked.text("words", words, new Length(3, WORDS_CHARS_MAX));
            Recommendation.@Nullable Verdict answer = null;
            @Nullable LocalDate on = null;
            if (step == Recommendation.StepKind.ANSWERED) {
                answer = checked.constant("verdict", verdict, Recommendation.Verdict.values());
                on = checked.day("answeredOn", answeredOn);
                if (on == null && checked.wrong.isEmpty()) {
                    checked.wrong.add(Violation.at("answeredOn", "legal.missing"));
                }
            }
            if (step == null || !checked.wrong.isEmpty()) {
                throw ProblemFound.with(WebProblem.INVALID_INPUT, checked.wrong);
            }
            String from = source == null ? "" : source.strip();
            return new Recommendation.Step(step, answer, said, from, on, at, name);
        }
    }

    private record Length(int min, int max) {}

    private static final class Checked {

        private final List<Violation> wrong = new ArrayList<>();

        String text(String field, @Nullable String given, Length allowed) {
            String bare = given == null ? "" : given.strip();
            if (bare.length() < allowed.min() || bare.length() > allowed.max()) {
                wrong.add(
                        Violation.at(
                                field,
                                "legal.length-wrong",
                                bare.length(),
                                allowed.min(),
                                allowed.max()));
            }
            return bare;
        }

        @Nullable LocalDate day(String field, @Nullable String given) {
            if (given == null || given.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(given.strip());
            } catch (DateTimeParseException e) {
                wrong.add(Violation.at(field, "legal.no-day", given));
                return null;
            }
        }

        @Nullable StateCode state(@Nullable String given) {
            try {
                return StateCode.of(given == null ? "" : given);
            } catch (IllegalArgumentException e) {
                wrong.add(Violation.at("state", "legal.no-state", given == null ? "" : given));
                return null;
            }
        }

        @Nullable Clause clause(@Nullable String given) {
            try {
                return Clause.of(given == null ? "" : given);
            } catch (IllegalArgumentException e) {
                wrong.add(Violation.at("clause", "legal.no-clause", given == null ? "" : given));
                return null;
            }
        }

        <E extends Enum<E>> @Nullable E constant(
                String field, @Nullable String given, E[] constants) {
            for (E one : constants) {
                if (one.name().equalsIgnoreCase(given)) {
                    return one;
                }
            }
            wrong.add(Violation.at(field, "legal.missing"));
            return null;
        }
    }
}
