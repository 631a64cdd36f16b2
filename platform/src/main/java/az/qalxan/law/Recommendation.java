package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.StateCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a state is recommended to change in its law.
 *
 * @param asked the body that was asked
 * @param steps what became of it, the first one first
 */
record Recommendation(
        UUID id, long number, Wish wish, Instant madeAt, String author, List<Step> steps) {

    Recommendation {
        steps = List.copyOf(steps);
    }

    /** What is recommended, and of whom it is asked. */
    record Wish(
            StateCode state,
            Clause clause,
            String title,
            String words,
            String asked,
            String source,
            @Nullable LocalDate answerDue) {}

    /** What an answer says; message key {@code legal.verdict.<code>}. */
    enum Verdict {
        ACCEPTED,
        PARTLY,
        REFUSED,
        DONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Message key {@code legal.step.<kind>}. */
    enum StepKind {
        ANSWERED,
        WITHDRAWN,
        NOTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that became of it.
     *
     * @param verdict of an answer; null for anything else
     */
    record Step(
            StepKind kind,
            @Nullable Verdict verdict,
            String words,
            String source,
            @Nullable LocalDate answeredOn,
            Instant at,
            String name) {}

    boolean withdrawn() {
        return steps.stream().anyMatch(one -> one.kind() == StepKind.WITHDRAWN);
    }

    Optional<Step> answer() {
        return steps.stream()
                .filter(one -> one.kind() == StepKind.ANSWERED)
                .reduce((earlier, later) -> later);
    }

    /** Message key {@code legal.recommendation.<state>}. */
    String state() {
        if (withdrawn()) {
            return "withdrawn";
        }
        return answer().map(one -> one.verdict() == null ? "open" : one.verdict().code())
                .orElse("open");
    }

    boolean overdue(LocalDate today) {
        return state().equals("open")
                && wish.answerDue() != null
                && wish.answerDue().isBefore(today);
    }
}
