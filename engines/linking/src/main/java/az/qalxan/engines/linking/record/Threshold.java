package az.qalxan.engines.linking.record;

import java.util.stream.IntStream;

/**
 * The odds from which a pair is taken: where the expected F-measure of the taken pairs is highest,
 * but never below even odds, and no lower than a wanted precision allows. Each pair's odds are a
 * probability, so right and wrong ones can be summed without knowing which is which.
 */
final class Threshold {

    private static final double EVEN = 0;

    private final Units units;
    private final ScoredPairs pairs;
    private final int[] order;

    Threshold(Units units, ScoredPairs pairs) {
        this.units = units;
        this.pairs = pairs;
        this.order =
                IntStream.range(0, pairs.size())
                        .filter(i -> pairs.bits(i) >= EVEN)
                        .boxed()
                        .sorted((a, b) -> Float.compare(pairs.bits(b), pairs.bits(a)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /**
     * The odds in bits.
     *
     * @param persons expected pairs of one person, taken or not
     * @param precision wanted share of right pairs among the taken ones; 0 for none
     */
    double choose(double persons, double precision) {
        double right = 0;
        double taken = 0;
        double bestF = 0;
        double best = order.length == 0 ? EVEN : pairs.bits(order[0]);
        for (int i = 0; i < order.length; i++) {
            double rows =
                    (double) units.weight(pairs.first(order[i]))
                            * units.weight(pairs.second(order[i]));
            right += rows * Maths.probability(pairs.bits(order[i]));
            taken += rows;
            double next = i + 1 < order.length ? pairs.bits(order[i + 1]) : EVEN;
            double f = 2 * right / (taken + Math.max(persons, right));
            if (next < pairs.bits(order[i]) && f >= bestF && right >= precision * taken) {
                bestF = f;
                best = i + 1 < order.length ? (pairs.bits(order[i]) + next) / 2 : EVEN;
            }
        }
        return best;
    }
}
