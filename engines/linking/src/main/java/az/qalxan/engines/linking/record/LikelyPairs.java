package az.qalxan.engines.linking.record;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Pairs that the first model takes for the same person, found in some small blocks of many keys.
 * They need not be all, only a fair picture of how such pairs agree.
 */
final class LikelyPairs {

    private static final int PROBED_UNITS = 20_000;
    private static final int PROBED_BLOCK_MAX = 12;
    private static final int KEPT_MAX = 20_000;

    /** Probabilities asked for, in turn, until there are enough pairs. */
    private static final double[] LIKELY = {0.5, 0.1, 0.01};

    private static final int ENOUGH = 40;
    private static final double ENOUGH_PER_UNIT = 0.002;

    private final PairLevels levels;
    private final Units units;
    private final PairClasses classes;

    LikelyPairs(PairLevels levels, PairClasses classes) {
        this.levels = levels;
        this.units = levels.units();
        this.classes = classes;
    }

    /** The pairs in ascending order, the lesser unit in the upper half of the number. */
    long[] find(List<BlockingKey> keys) {
        List<List<ScoredPairs>> probes = keys.parallelStream().map(this::probe).toList();
        double enough = ENOUGH + ENOUGH_PER_UNIT * units.count();
        long[] found = {};
        for (double likely : LIKELY) {
            found =
                    probes.stream()
                            .flatMap(List::stream)
                            .flatMapToLong(pairs -> above(pairs, likely))
                            .sorted()
                            .distinct()
                            .toArray();
            if (found.length >= enough) {
                break;
            }
        }
        return thinned(found);
    }

    /** A part of too many. */
    private static long[] thinned(long[] pairs) {
        long parts = 1 + pairs.length / KEPT_MAX;
        return LongStream.of(pairs)
                .filter(pair -> Long.remainderUnsigned(Mixing.mix(pair), parts) == 0)
                .toArray();
    }

    private static LongStream above(ScoredPairs pairs, double probability) {
        return IntStream.range(0, pairs.size())
                .filter(i -> pairs.bits(i) >= (float) probability)
                .mapToLong(i -> (long) pairs.first(i) << 32 | pairs.second(i));
    }

    /** Compares pairs in small blocks of a part of the key's values. */
    private List<ScoredPairs> probe(BlockingKey key) {
        long parts = 1 + units.count() / PROBED_UNITS;
        int[] probed =
                IntStream.range(0, units.count())
                        .filter(unit -> falls(key.of(units, unit), parts))
                        .toArray();
        long[] values = new long[probed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = key.of(units, probed[i]);
        }
        Blocks blocks = Blocks.of(values, PROBED_BLOCK_MAX);
        return new PairWalk(probed.length, List.of(blocks))
                .walk(() -> new Probe(probed)).stream().map(probe -> probe.found).toList();
    }

    private static boolean falls(long value, long parts) {
        return value != 0 && Long.remainderUnsigned(Mixing.mix(value), parts) == 0;
    }

    /** Keeps what may be likely, with its probability. */
    private final class Probe implements PairWalk.Visitor {

        private final int[] probed;
        private final ScoredPairs found = new ScoredPairs();

        Probe(int[] probed) {
            this.probed = probed;
        }

        @Override
        public void pair(int first, int second) {
            int one = probed[first];
            int other = probed[second];
            double probability = classes.posterior(levels.pattern(one, other));
            if (probability >= LIKELY[LIKELY.length - 1]) {
                found.add(one, other, probability);
            }
        }
    }
}
