package az.qalxan.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain of custody.
 *
 * @param kind last part of the message key {@code evidence.event.<kind>}
 * @param author who did it
 * @param words why, or what was seen; may be empty
 * @param details what else belongs to it, by the last part of {@code evidence.detail.<name>}
 * @param entry its entry in the ledger; null before there was one
 */
public record CustodyEvent(
        long sequence,
        Instant at,
        String kind,
        String author,
        String body,
        String words,
        Map<String, String> details,
        @Nullable UUID entry) {

    public CustodyEvent {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
