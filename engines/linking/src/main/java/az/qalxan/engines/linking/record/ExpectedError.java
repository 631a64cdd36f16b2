package az.qalxan.engines.linking.record;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What error to expect of the clusters, from the model alone. Two rows of a cluster are of one
 * person with the probability of their own odds, or of the better way over a third row. Pairs that
 * no blocking key reaches are estimated after Chao (1984) from how many are reached by one key only
 * and by two.
 */
final class ExpectedError {

    private static final int UNITS_MAX = 200;

    private final Groups persons;
    private final PairWalk walk;
    private final Supplier<PairScorer> scorers;

    ExpectedError(Groups persons, PairWalk walk, Supplier<PairScorer> scorers) {
        this.persons = persons;
        this.walk = walk;
        this.scorers = scorers;
    }

    /** Sums of expected pairs of rows. */
    private record Sums(double right, double taken, double unseen, double once, double twice) {

        private static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    right + other.right,
                    taken + other.taken,
                    unseen + other.unseen,
                    once + other.once,
                    twice + other.twice);
        }

        /** Expected pairs that no key reaches, without those that clusters found anyway. */
        double missed() {
            double chao = once == 0 ? 0 : once * once / (2 * Math.max(1, twice));
            return Math.max(0, chao - unseen);
        }
    }

    Linkage.Decision estimate(double threshold, ScoredPairs pairs, List<Linkage.Bar> bars) {
        List<Sums> parts =
                IntStream.range(0, persons.count()).parallel().mapToObj(this::within).toList();
        Sums sums = Sums.NONE;
        for (Sums part : parts) {
            sums = sums.plus(part);
        }
        double outside = outside(pairs);
        for (Linkage.Bar bar : bars) {
            outside += bar.to() <= Scoring.KEPT_BITS ? bar.persons() : 0;
        }
        double reached = sums.right + outside;
        double all = reached + sums.missed();
        return new Linkage.Decision(
                threshold,
                Maths.probability(threshold),
                (long) sums.taken,
                sums.taken == 0 ? Double.NaN : sums.right / sums.taken,
                all < 1 ? Double.NaN : sums.right / all,
                all < 1 ? Double.NaN : reached / all);
    }

    private double outside(ScoredPairs pairs) {
        int[] groups = persons.ofUnit();
        Units units = persons.units();
        double outside = 0;
        for (int i = 0; i < pairs.size(); i++) {
            if (groups[pairs.first(i)] != groups[pairs.second(i)]) {
                outside +=
                        (double) units.weight(pairs.first(i))
                                * units.weight(pairs.second(i))
                                * Maths.probability(pairs.bits(i));
            }
        }
        return outside;
    }

    private Sums within(int group) {
        int start = persons.start(group);
        int size = persons.start(group + 1) - start;
        Sums sums = Sums.NONE;
        for (int i = 0; i < size; i++) {
            double weight = persons.units().weight(persons.unit(start + i));
            double same = weight * (weight - 1) / 2;
            sums = sums.plus(new Sums(same, same, 0, 0, 0));
        }
        if (size < 2 || size > UNITS_MAX) {
            return sums;
        }
        double[][] probabilities = probabilities(start, size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                sums = sums.plus(pair(start + i, start + j, best(probabilities, i, j)));
            }
        }
        return sums;
    }

    private double[][] probabilities(int start, int size) {
        PairScorer scorer = scorers.get();
        double[][] probabilities = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double bits =
                        scorer.bits(
                                persons.unit(start + i),
                                persons.unit(start + j),
                                Scoring.KEPT_BITS);
                probabilities[i][j] = Maths.probability(bits);
                probabilities[j][i] = probabilities[i][j];
            }
        }
        return probabilities;
    }

    private static double best(double[][] probabilities, int i, int j) {
        double best = probabilities[i][j];
        for (int k = 0; k < probabilities.length; k++) {
            best = Math.max(best, probabilities[i][k] * probabilities[k][j]);
        }
        return best;
    }

    private Sums pair(int at, int other, double probability) {
        int first = persons.unit(at);
        int second = persons.unit(other);
        double rows = (double) persons.units().weight(first) * persons.units().weight(second);
        double right = rows * probability;
        int keys = walk.keys(first, second);
        return new Sums(
                right, rows, keys == 0 ? right : 0, keys == 1 ? right : 0, keys == 2 ? right : 0);
    }
}
