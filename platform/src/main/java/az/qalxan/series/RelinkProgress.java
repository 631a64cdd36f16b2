package az.qalxan.series;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far linking everything anew is.
 *
 * @param state running, paused, done, failed or dropped
 * @param part what it does: message key {@code series.relink.part.<part>}
 * @param done so much of the part
 * @param total of so much; 0 while that is unknown
 * @param reports how many were linked anew; 0 until the result is written
 * @param changed how many of them stand elsewhere than before
 * @param endedAt null while it is under way
 */
public record RelinkProgress(
        UUID id,
        String state,
        String part,
        long done,
        long total,
        long reports,
        long changed,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public boolean running() {
        return state.equals("running");
    }

    public boolean paused() {
        return state.equals("paused");
    }

    /** Percentage of the part; -1 while that is unknown. */
    public int percent() {
        return total <= 0 ? -1 : (int) Math.min(100, done * 100 / total);
    }
}
