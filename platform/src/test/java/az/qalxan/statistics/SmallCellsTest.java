package az.qalxan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void countsBelowFiveAreSuppressed() {
        assertThat(SmallCells.suppress(List.of(4L, 5L, 1L, 100L)))
                .containsExactly(null, 5L, null, 100L);
    }

    @Test
    void aSingleSuppressedCellTakesTheNextSmallestWithIt() {
        assertThat(SmallCells.suppress(List.of(3L, 50L, 7L))).containsExactly(null, 50L, null);
    }

    @Test
    void zeroHidesNobodyAndStays() {
        assertThat(SmallCells.suppress(List.of(0L, 9L, 12L))).containsExactly(0L, 9L, 12L);
    }

    @Test
    void noSmallCountIsPublishedNorFoundBySubtraction() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Long> counts = new ArrayList<>();
            int cells = 2 + random.nextInt(12);
            for (int i = 0; i < cells; i++) {
                counts.add((long) random.nextInt(random.nextBoolean() ? 8 : 400));
            }
            List<@Nullable Long> shown = SmallCells.suppress(counts);
            long hidden = shown.stream().filter(count -> count == null).count();
            long others = counts.stream().filter(count -> count >= SmallCells.K_MIN).count();
            assertThat(shown)
                    .as("seed %d, counts %s", seed, counts)
                    .allMatch(count -> count == null || count == 0 || count >= SmallCells.K_MIN);
            assertThat(hidden == 1 && others > 0).as("seed %d, counts %s", seed, counts).isFalse();
        }
    }
}
