package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses blocking keys from the data: every feature and every two of different fields, and three
 * where two are too common, are tried on likely pairs. Again and again the key is taken that
 * reaches most of them for the fewest comparisons, until nearly all are reached several times.
 */
final class KeyChoice {

    static final int KEYS_MAX = 16;

    private static final int TRIPLES_MAX = 250;
    private static final double TOO_COMMON = 0.05;
    private static final double ALL_IN_BLOCKS = 0.002;
    private static final double PAIRS_PER_UNIT = 40;
    private static final double PAIRS_MIN = 100_000;

    /** What reaching a likely pair for the first, second, third time is worth. */
    private static final double[] WORTH = {1, 0.4, 0.2, 0.1};

    private static final double WORTH_MIN = 0.0005;

    /** Pairs, and pairs per unit, that cost so little that saving them is not worth a match. */
    private static final double CHEAP_PAIRS = 30_000;

    private static final double CHEAP_PER_UNIT = 3;

    private final Units units;
    private final LikelyPairs likelyPairs;
    private final List<FeatureColumn> columns;
    private final List<BlockingKey> keys;

    KeyChoice(Records records, PairLevels levels, PairClasses classes) {
        this.units = levels.units();
        this.likelyPairs = new LikelyPairs(levels, classes);
        this.columns = FeatureColumn.of(records);
        this.keys = BlockingKey.all(columns, records.schema());
    }

    /** A few keys, the most useful first; none when no two rows have anything in common. */
    List<BlockingKey> choose() {
        List<KeyTrial> first = tried(keys.stream());
        List<KeyTrial> trials =
                Stream.concat(first.stream(), tried(narrower(first)).stream()).toList();
        long[] likely = likelyPairs.find(keys);
        return new Greedy(trials, likely).choose();
    }

    private List<KeyTrial> tried(Stream<BlockingKey> some) {
        return some.toList().parallelStream().map(key -> KeyTrial.of(key, units)).toList();
    }

    /** Keys of three features for those of two that leave too many units. */
    private Stream<BlockingKey> narrower(List<KeyTrial> trials) {
        return trials.stream()
                .filter(trial -> trial.key().columns().size() == 2 && trial.left() > TOO_COMMON)
                .flatMap(trial -> trial.key().narrower(columns).stream())
                .limit(TRIPLES_MAX);
    }

    /** Takes the key with the best worth for its cost, again and again. */
    private final class Greedy {

        private final List<KeyTrial> trials;
        private final List<BitSet> reached;
        private final byte[] times;
        private final boolean[] taken;
        private double budget = Math.max(PAIRS_MIN, PAIRS_PER_UNIT * units.count());

        Greedy(List<KeyTrial> trials, long[] likely) {
            this.trials = trials;
            this.reached =
                    trials.parallelStream().map(trial -> trial.reached(units, likely)).toList();
            this.times = new byte[likely.length];
            this.taken = new boolean[trials.size()];
        }

        List<BlockingKey> choose() {
            List<BlockingKey> chosen = new ArrayList<>();
            int best = best();
            while (best >= 0 && chosen.size() < KEYS_MAX) {
                taken[best] = true;
                budget -= trials.get(best).pairs();
                reached.get(best).stream()
                        .filter(pair -> times[pair] < WORTH.length)
                        .forEach(pair -> times[pair]++);
                chosen.add(trials.get(best).key());
                best = best();
            }
            return chosen;
        }

        private int best() {
            double[] ratios =
                    IntStream.range(0, taken.length).parallel().mapToDouble(this::ratio).toArray();
            int best = -1;
            for (int key = 0; key < ratios.length; key++) {
                if (ratios[key] > 0 && (best < 0 || ratios[key] > ratios[best])) {
                    best = key;
                }
            }
            return best;
        }

        /** Whether a key that was taken leads to all its pairs. */
        private boolean addsNothing(int trial) {
            return IntStream.range(0, taken.length)
                    .anyMatch(other ->
                            taken[other]
                                    && trials.get(other).left() < ALL_IN_BLOCKS
                                    && trials.get(other)
                                            .key()
                                            .followsFrom(trials.get(trial).key()));
        }

        private double ratio(int trial) {
            double pairs = trials.get(trial).pairs();
            if (taken[trial] || pairs > budget || addsNothing(trial)) {
                return 0;
            }
            double worth =
                    reached.get(trial).stream()
                            .filter(pair -> times[pair] < WORTH.length)
                            .mapToDouble(pair -> WORTH[times[pair]])
                            .sum();
            return worth < WORTH_MIN * times.length
                    ? 0
                    : worth / (pairs + CHEAP_PAIRS + CHEAP_PER_UNIT * units.count());
        }
    }
}
