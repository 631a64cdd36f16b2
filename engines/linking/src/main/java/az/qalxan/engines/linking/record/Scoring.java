package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All pairs of the blocks with their odds.
 *
 * @param pairs those that could be of one person
 * @param bars the histogram of all
 * @param compared how many pairs of rows there were
 */
record Scoring(ScoredPairs pairs, List<Linkage.Bar> bars, long compared) {

    /** Odds below which pairs are only counted. */
    static final double KEPT_BITS = -10;

    private static final int LOWEST = -20;
    private static final int HIGHEST = 60;

    static Scoring of(Units units, PairWalk walk, Supplier<PairScorer> scorers) {
        List<Visitor> parts = walk.walk(() -> new Visitor(units, scorers.get()));
        long[] counts = new long[HIGHEST - LOWEST + 1];
        double[] persons = new double[counts.length];
        long compared = 0;
        for (Visitor part : parts) {
            for (int bar = 0; bar < counts.length; bar++) {
                counts[bar] += part.counts[bar];
                persons[bar] += part.persons[bar];
                compared += part.counts[bar];
            }
        }
        List<Linkage.Bar> bars = new ArrayList<>();
        for (int bar = 0; bar < counts.length; bar++) {
            double to = LOWEST + (double) bar;
            bars.add(new Linkage.Bar(to - 1, to, counts[bar], persons[bar]));
        }
        return new Scoring(
                ScoredPairs.joined(parts.stream().map(part -> part.pairs).toList()),
                bars,
                compared);
    }

    /** Scores, counts and keeps. */
    private static final class Visitor implements PairWalk.Visitor {

        private final Units units;
        private final PairScorer scorer;
        private final ScoredPairs pairs = new ScoredPairs();
        private final long[] counts = new long[HIGHEST - LOWEST + 1];
        private final double[] persons = new double[HIGHEST - LOWEST + 1];

        Visitor(Units units, PairScorer scorer) {
            this.units = units;
            this.scorer = scorer;
        }

        @Override
        public void pair(int first, int second) {
            double bits = scorer.bits(first, second, LOWEST);
            long rows = (long) units.weight(first) * units.weight(second);
            int bar = 0;
            if (bits >= LOWEST) {
                bar = Math.min(HIGHEST - LOWEST, (int) Math.floor(bits) - LOWEST + 1);
            }
            counts[bar] += rows;
            persons[bar] += rows * Maths.probability(bits);
            if (bits >= KEPT_BITS) {
                pairs.add(first, second, bits);
            }
        }
    }
}
