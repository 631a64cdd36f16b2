package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Blocks give every pair once, and never too many. */
class PairWalkTest {

    private static final class Collected implements PairWalk.Visitor {

        private final List<Long> pairs = new ArrayList<>();

        @Override
        public void pair(int first, int second) {
            pairs.add((long) first << 32 | second);
        }
    }

    @Test
    void everyPairOfAnyKeyComesExactlyOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int units = 1 + random.nextInt(80);
            long[][] values = new long[1 + random.nextInt(5)][units];
            List<Blocks> blocks = new ArrayList<>();
            for (long[] key : values) {
                int distinct = 1 + random.nextInt(40);
                for (int unit = 0; unit < units; unit++) {
                    key[unit] = random.nextInt(distinct);
                }
                blocks.add(Blocks.of(key, 12));
            }
            List<Long> walked =
                    new PairWalk(units, blocks)
                            .walk(Collected::new).stream()
                                    .flatMap(part -> part.pairs.stream())
                                    .toList();
            Set<Long> naive = naive(values, units);
            assertThat(walked).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(new HashSet<>(walked)).as("seed %d", seed).isEqualTo(naive);
        }
    }

    private static Set<Long> naive(long[][] values, int units) {
        Set<Long> pairs = new HashSet<>();
        for (long[] key : values) {
            for (int i = 0; i < units; i++) {
                long value = key[i];
                long size = java.util.Arrays.stream(key).filter(other -> other == value).count();
                for (int j = i + 1; j < units && value != 0 && size <= 12; j++) {
                    if (key[j] == value) {
                        pairs.add((long) i << 32 | j);
                    }
                }
            }
        }
        return pairs;
    }

    @Test
    void aCommonValueMakesNoBlock() {
        long[] values = new long[100_000];
        java.util.Arrays.fill(values, 7);
        Blocks blocks = Blocks.of(values, Blocks.UNITS_MAX);
        assertThat(blocks.pairs()).isZero();
        assertThat(blocks.left()).isEqualTo(100_000);
    }
}
