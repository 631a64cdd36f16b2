package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Persons from pairs. A chain of pairs is not enough: two groups become one only when the odds
 * between all their members, averaged, reach the threshold, so a weak bridge does not merge what
 * else speaks against it (average linkage).
 */
final class Clusters {

    /** Units of which all pairs are looked at; larger groups are first cut at their weak links. */
    private static final int UNITS_MAX = 200;

    /** Odds beyond which a pair says no more, so that one pair cannot outvote all others. */
    private static final double BITS_MAX = 20;

    private static final double CUT_STEP = 2;
    private static final double CUT_MAX = 64;

    private final Units units;
    private final ScoredPairs pairs;
    private final Supplier<PairScorer> scorers;
    private final double threshold;

    Clusters(Units units, ScoredPairs pairs, Supplier<PairScorer> scorers, double threshold) {
        this.units = units;
        this.pairs = pairs;
        this.scorers = scorers;
        this.threshold = threshold;
    }

    /** The units joined into persons. */
    Groups find() {
        Groups linked = cut(Groups.of(units, joined(threshold, null)));
        int[][] joins =
                IntStream.range(0, linked.count())
                        .parallel()
                        .mapToObj(group -> refined(linked, group))
                        .toArray(int[][]::new);
        Forest persons = new Forest(units.count());
        for (int[] join : joins) {
            for (int i = 0; i < join.length; i += 2) {
                persons.join(join[i], join[i + 1]);
            }
        }
        return Groups.of(units, persons);
    }

    /** Joins along pairs; in groups marked as large only along those above {@code strong}. */
    private Forest joined(double strong, boolean @org.jspecify.annotations.Nullable [] large) {
        Forest forest = new Forest(units.count());
        for (int i = 0; i < pairs.size(); i++) {
            boolean inLarge = large != null && large[pairs.first(i)];
            if (pairs.bits(i) >= (inLarge ? strong : threshold)) {
                forest.join(pairs.first(i), pairs.second(i));
            }
        }
        return forest;
    }

    private Groups cut(Groups linked) {
        Groups cut = linked;
        boolean[] large = new boolean[units.count()];
        for (double above = CUT_STEP; above <= CUT_MAX; above += CUT_STEP) {
            boolean any = false;
            for (int group = 0; group < cut.count(); group++) {
                if (cut.start(group + 1) - cut.start(group) > UNITS_MAX) {
                    any = true;
                    for (int at = cut.start(group); at < cut.start(group + 1); at++) {
                        large[cut.unit(at)] = true;
                    }
                }
            }
            if (!any) {
                return cut;
            }
            cut = Groups.of(units, joined(threshold + above, large));
        }
        return cut;
    }

    /** The joins within one group, as pairs of units. */
    private int[] refined(Groups groups, int group) {
        int start = groups.start(group);
        int size = groups.start(group + 1) - start;
        int[] members = new int[size];
        for (int i = 0; i < size; i++) {
            members[i] = groups.unit(start + i);
        }
        if (size < 3 || size > UNITS_MAX) {
            return chain(members);
        }
        return new AverageLinkage(members).joins();
    }

    private static int[] chain(int[] members) {
        int[] joins = new int[2 * (members.length - 1)];
        for (int i = 0; i + 1 < members.length; i++) {
            joins[2 * i] = members[i];
            joins[2 * i + 1] = members[i + 1];
        }
        return joins;
    }

    /** Merges the two closest groups until none are close enough. */
    private final class AverageLinkage {

        private final int[] members;

        /** Sums of odds between groups; the row of a merged group is no longer looked at. */
        private final double[][] sums;

        private final int[] sizes;

        AverageLinkage(int[] members) {
            this.members = members;
            this.sums = new double[members.length][members.length];
            this.sizes = new int[members.length];
            Arrays.fill(sizes, 1);
            PairScorer scorer = scorers.get();
            for (int i = 0; i < members.length; i++) {
                for (int j = i + 1; j < members.length; j++) {
                    double odds = scorer.bits(members[i], members[j], -BITS_MAX);
                    sums[i][j] = Math.max(-BITS_MAX, Math.min(BITS_MAX, odds));
                    sums[j][i] = sums[i][j];
                }
            }
        }

        int[] joins() {
            int[] joins = new int[2 * (members.length - 1)];
            int made = 0;
            while (true) {
                int bestI = -1;
                int bestJ = -1;
                double best = threshold;
                for (int i = 0; i < members.length; i++) {
                    for (int j = i + 1; j < members.length && sizes[i] > 0; j++) {
                        double mean = sums[i][j] / ((double) sizes[i] * sizes[j]);
                        if (sizes[j] > 0 && (mean > best || bestI < 0 && mean == best)) {
                            best = mean;
                            bestI = i;
                            bestJ = j;
                        }
                    }
                }
                if (bestI < 0) {
                    return Arrays.copyOf(joins, made);
                }
                joins[made] = members[bestI];
                joins[made + 1] = members[bestJ];
                made += 2;
                merge(bestI, bestJ);
            }
        }

        private void merge(int kept, int gone) {
            sizes[kept] += sizes[gone];
            sizes[gone] = 0;
            for (int other = 0; other < members.length; other++) {
                sums[kept][other] += sums[gone][other];
                sums[other][kept] = sums[kept][other];
            }
        }
    }
}
