package az.qalxan.strategy.ranking;

import az.qalxan.figure.RegisterFigure;
import az.qalxan.jurisdiction.Body;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a piece of evidence.
 *
 * @param number of the piece that gets a new version; null for a new piece
 * @param given what stands in the fields
 * @param nearest questions that are offered first: those it answers or that ask about the same
 * @param rest all other questions of the editions of the day
 */
record FormPage(
        @Nullable Long number,
        Map<String, String> given,
        List<Violation> violations,
        Offers offers,
        List<Offer> nearest,
        List<Rest> rest) {

    FormPage {
        given = Map.copyOf(given);
        violations = List.copyOf(violations);
        nearest = List.copyOf(nearest);
        rest = List.copyOf(rest);
    }

    /** What can be chosen. */
    record Offers(List<Body> bodies, List<RegisterFigure> figures) {

        Offers {
            bodies = List.copyOf(bodies);
            figures = List.copyOf(figures);
        }
    }

    /** A question with its edition. */
    record Offer(RankingEdition edition, Question question) {

        String field() {
            return EvidenceForm.ANSWER + question.ref();
        }

        /** The answers that the edition takes. */
        List<Answer> answers() {
            if (!edition.byLevels()) {
                return List.of(Answer.FULL, Answer.PARTIAL);
            }
            List<Answer> levels = new ArrayList<>();
            for (int level = 1; level <= edition.levels(); level++) {
                levels.add(Answer.level(level));
            }
            return levels;
        }
    }

    /** Questions of one edition. */
    record Rest(RankingEdition edition, List<Offer> offers) {

        Rest {
            offers = List.copyOf(offers);
        }
    }

    String value(String field) {
        return given.getOrDefault(field, "");
    }

    @Nullable Violation wrong(String field) {
        return violations.stream()
                .filter(one -> one.location().equals(field))
                .findFirst()
                .orElse(null);
    }

    String action() {
        return number == null
                ? "/strategy/rankings/evidence"
                : "/strategy/rankings/evidence/" + number + "/revise";
    }
}
