package az.qalxan.strategy.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edition as our evidence lets us expect it.
 *
 * @param answered by the question's code
 * @param published its newest result; null without one
 */
record Scored(
        Ranking ranking,
        RankingEdition edition,
        Map<String, Answered> answered,
        List<Placement.Unplaced> unplaced,
        Reckoning reckoning,
        @Nullable Published published) {

    Scored {
        answered = Map.copyOf(answered);
        unplaced = List.copyOf(unplaced);
    }

    Answered of(Question question) {
        return Optional.ofNullable(answered.get(question.code()))
                .orElseThrow(() -> new IllegalStateException("not of it: " + question.ref()));
    }

    Estimate total() {
        return reckoning.total();
    }

    Estimate of(QuestionGroup group) {
        return reckoning.of(group);
    }

    /** How many questions are met so. */
    long count(String met) {
        return answered.values().stream().filter(one -> one.met().equals(met)).count();
    }

    /** What meeting that question would add; empty where it is met. */
    Optional<Gain> gain(Question question) {
        return reckoning.gains().stream()
                .filter(one -> one.question().equals(question))
                .findFirst();
    }

    /** How the expected score differs from the published one; empty without a result. */
    Optional<Comparison> comparison() {
        return Optional.ofNullable(published).map(one -> Comparison.of(this, one));
    }
}
