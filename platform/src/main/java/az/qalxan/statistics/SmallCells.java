package az.qalxan.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suppresses small counts before they are published.
 *
 * <p>A count of 1 to {@code K_MIN - 1} could point at a person. When exactly one cell of a row is
 * suppressed and the row's total is known, subtraction would give it back, so the next smallest
 * cell goes too (complementary suppression).
 */
public final class SmallCells {

    /** Reports that a published cell stands for at least. */
    public static final int K_MIN = 5;

    private SmallCells() {}

    /** The counts, with null in place of every suppressed one. Zero hides nobody and stays. */
    public static List<@Nullable Long> suppress(List<Long> counts) {
        List<@Nullable Long> shown = new ArrayList<>(counts);
        int suppressed = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (isSmall(counts.get(i))) {
                shown.set(i, null);
                suppressed++;
            }
        }
        if (suppressed == 1) {
            hideSmallestOther(shown);
        }
        return shown;
    }

    /** Whether a count could point at a person. */
    public static boolean isSmall(long count) {
        return count > 0 && count < K_MIN;
    }

    private static void hideSmallestOther(List<@Nullable Long> shown) {
        int smallest = -1;
        for (int i = 0; i < shown.size(); i++) {
            @Nullable Long count = shown.get(i);
            if (count != null && count > 0) {
                @Nullable Long best = smallest < 0 ? null : shown.get(smallest);
                smallest = best == null || count < best ? i : smallest;
            }
        }
        if (smallest >= 0) {
            shown.set(smallest, null);
        }
    }
}
