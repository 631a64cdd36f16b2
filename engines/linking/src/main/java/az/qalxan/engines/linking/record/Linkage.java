package az.qalxan.engines.linking.record;

import java.util.List;

/**
 * What linking found out.
 *
 * @param clusters the number of the person of each row, from 1, by first appearance
 * @param persons how many persons there are
 * @param pairsCompared pairs of rows that were compared, each once; equal rows that are one person
 *     beyond doubt are not compared
 * @param fields what was learnt of each field
 * @param keys the blocking keys that were chosen
 * @param histogram how many pairs have which odds
 * @param decision the threshold and what error is expected
 * @param review the pairs nearest to the threshold
 * @param model what was learnt of all fields together
 */
public record Linkage(
        int[] clusters,
        int persons,
        long pairsCompared,
        List<LearntField> fields,
        List<ChosenKey> keys,
        List<Bar> histogram,
        Decision decision,
        List<ReviewPair> review,
        Model model) {

    /** Copies the lists. */
    public Linkage {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        histogram = List.copyOf(histogram);
        review = List.copyOf(review);
    }

    /**
     * A field with its levels.
     *
     * @param name of the field
     * @param kind of the field
     * @param levels from equal to different
     */
    public record LearntField(String name, FieldKind kind, List<LearntLevel> levels) {

        /** Copies the list. */
        public LearntField {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A level of agreement.
     *
     * @param label what it is called
     * @param same m: share among pairs of one person
     * @param chance u: share among strangers
     * @param bits the weight, log2(m/u); of equal values the average over all values
     */
    public record LearntLevel(String label, double same, double chance, double bits) {}

    /**
     * A blocking key.
     *
     * @param label the fields that must agree
     * @param blocks how many blocks of two rows or more it makes
     * @param pairs pairs within them, also those that another key gives
     * @param left rows whose block was too large and was left to the other keys
     */
    public record ChosenKey(String label, int blocks, long pairs, int left) {}

    /**
     * A bar of the histogram.
     *
     * @param from odds in bits; the first bar holds everything below its end
     * @param to odds at which the bar ends
     * @param pairs how many pairs
     * @param persons how many of them are expected to be of one person
     */
    public record Bar(double from, double to, long pairs, double persons) {}

    /**
     * The threshold.
     *
     * @param bits odds from which a pair is taken
     * @param probability the same as a probability
     * @param pairs how many pairs are taken
     * @param precision expected share of right ones among them
     * @param recall expected share of all right pairs that are among them
     * @param reached expected share of all right pairs that the blocking keys reach
     */
    public record Decision(
            double bits,
            double probability,
            long pairs,
            double precision,
            double recall,
            double reached) {}

    /**
     * A pair that a person should look at.
     *
     * @param first a row, from 0
     * @param second another
     * @param bits its odds
     * @param joined whether the two are in one cluster
     * @param levels the level of each field
     */
    public record ReviewPair(
            int first, int second, double bits, boolean joined, List<String> levels) {

        /** Copies the list. */
        public ReviewPair {
            levels = List.copyOf(levels);
        }
    }

    /**
     * Shares of the classes among all pairs.
     *
     * @param person pairs of one person
     * @param moved among them, pairs with an old and a new address
     * @param household pairs of different people of one household
     * @param neighbours among the rest, pairs of one neighbourhood
     * @param steps of expectation and maximisation in the last run
     */
    public record Model(
            double person, double moved, double household, double neighbours, int steps) {}
}
