package az.qalxan.strategy.ranking;

import az.qalxan.strategy.ranking.Estimate.Assumption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an edition's weights: exact ones, and points that are shared by several
 * questions in a way that nobody in reach knows.
 *
 * @param exact weights by the question's code
 * @param pools points and the questions that share them
 * @param assumed weights by the question's code under the assumption; empty without one
 * @param assumption null where nothing has to be assumed or nothing can be
 */
record Weights(
        Map<String, Double> exact,
        List<Pool> pools,
        Map<String, Double> assumed,
        @Nullable Assumption assumption) {

    private static final double SAME = 0.000_001;

    /** Points that several questions share. */
    record Pool(double points, List<String> questions) {

        Pool {
            questions = List.copyOf(questions);
            if (points < -SAME) {
                throw new IllegalArgumentException("known weights are more than the whole");
            }
            if (questions.isEmpty() && points > SAME) {
                throw new IllegalArgumentException("nobody shares " + points + " points");
            }
        }
    }

    Weights {
        exact = Map.copyOf(exact);
        pools = List.copyOf(pools);
        assumed = Map.copyOf(assumed);
    }

    /**
     * The weights of an edition.
     *
     * @throws IllegalArgumentException when its numbers contradict each other
     */
    static Weights of(RankingEdition edition) {
        Map<String, Double> exact = new HashMap<>();
        List<Pool> pools = new ArrayList<>();
        List<String> loose = new ArrayList<>();
        double spoken = 0;
        for (QuestionGroup group : edition.groups()) {
            double known = 0;
            List<String> free = new ArrayList<>();
            for (Question question : group.questions()) {
                if (question.weight() instanceof Weight.Known(double points)) {
                    exact.put(question.code(), points);
                    known += points;
                } else {
                    free.add(question.code());
                }
            }
            if (group.weight() instanceof Weight.Known(double points)) {
                pools.add(new Pool(points - known, free));
                spoken += points;
            } else {
                loose.addAll(free);
                spoken += known;
            }
        }
        if (edition.total() instanceof Weight.Known(double total)) {
            pools.add(new Pool(total - spoken, loose));
        }
        pools.removeIf(pool -> pool.questions().isEmpty());
        return pools.isEmpty()
                ? new Weights(exact, pools, Map.of(), null)
                : assuming(edition, exact, pools);
    }

    private static Weights assuming(
            RankingEdition edition, Map<String, Double> exact, List<Pool> pools) {
        Map<String, Double> recalled = new HashMap<>();
        for (Question question : edition.questions()) {
            if (question.weight() instanceof Weight.Recalled(double points)) {
                recalled.put(question.code(), points);
            }
        }
        boolean fits = pools.stream().allMatch(pool -> fits(pool, recalled));
        Map<String, Double> assumed = new HashMap<>(exact);
        for (Pool pool : pools) {
            double each = pool.points() / pool.questions().size();
            for (String code : pool.questions()) {
                assumed.put(code, fits ? recalled.getOrDefault(code, each) : each);
            }
        }
        return new Weights(exact, pools, assumed, fits ? Assumption.RECALLED : Assumption.EQUAL);
    }

    /** Whether recalled weights are whole and add up to what is known. */
    private static boolean fits(Pool pool, Map<String, Double> recalled) {
        return pool.questions().stream().allMatch(recalled::containsKey)
                && Math.abs(
                                pool.questions().stream()
                                                .mapToDouble(
                                                        code -> recalled.getOrDefault(code, 0.0))
                                                .sum()
                                        - pool.points())
                        < SAME;
    }
}
