package az.qalxan.engines.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentiles of windows that numbers enter and leave, beside sorting all of them each time. */
class PercentileTest {

    @Test
    void agreesWithSortingWhateverTheNumbersAre() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            int spread = List.of(3, 1_000, Integer.MAX_VALUE).get(run % 3);
            int others = List.of(0, 1, 5, 10).get(run % 4);
            int window = 1 + random.nextInt(1_500);
            int percent = random.nextInt(101);
            Percentile percentile = new Percentile(percent);
            Deque<Entry> held = new ArrayDeque<>();
            for (int i = 0; i < 2_500; i++) {
                Entry entry = entry(random, spread, others);
                held.add(entry);
                percentile.add(entry);
                if (held.size() > window) {
                    percentile.remove(held.remove());
                }
                if (i % 97 == 0) {
                    assertThat(percentile.value(0))
                            .as("seed %d, run %d", seed, run)
                            .isEqualByComparingTo(sorted(held, percent));
                }
            }
        }
    }

    private static Entry entry(Random random, int spread, int others) {
        Entry entry = new Entry();
        if (random.nextInt(10) < others) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(spread), random.nextInt(3));
            entry.extra = new Extra(List.of(), List.of(), List.of(number), List.of(), List.of());
        } else {
            entry.number = random.nextInt(spread);
        }
        return entry;
    }

    private static BigDecimal sorted(Iterable<Entry> held, int percent) {
        List<BigDecimal> all = new ArrayList<>();
        for (Entry entry : held) {
            Extra extra = entry.extra;
            all.add(extra == null ? BigDecimal.valueOf(entry.number) : extra.numbers().getFirst());
        }
        Collections.sort(all);
        BigDecimal place = BigDecimal.valueOf((long) percent * (all.size() - 1)).movePointLeft(2);
        int below = place.intValue();
        BigDecimal low = all.get(below);
        BigDecimal high = all.get(Math.min(below + 1, all.size() - 1));
        BigDecimal part = place.subtract(BigDecimal.valueOf(below));
        return low.add(high.subtract(low).multiply(part));
    }
}
