package az.qalxan.exchange.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value.
 *
 * @param asked as it was typed
 * @param value null where what was typed is no value
 * @param hits the latest first; of the value itself before those of what it is below or inside of
 * @param more whether there are others than these
 */
record Answer(String asked, @Nullable KnownValue value, List<Hit> hits, boolean more) {

    Answer {
        hits = List.copyOf(hits);
    }

    boolean known() {
        return !hits.isEmpty();
    }

    /** Whether an indicator among these holds at that moment. */
    boolean live(Instant now) {
        return hits.stream().anyMatch(hit -> hit.live(now));
    }
}
