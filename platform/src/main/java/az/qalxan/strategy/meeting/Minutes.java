package az.qalxan.strategy.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the minutes.
 *
 * @param reason why there is another version; empty for the first
 * @param content the words as signed, byte for byte; null until the first signature
 * @param sha256 their digest; null until the first signature
 */
record Minutes(
        int version,
        String reason,
        Instant openedAt,
        String author,
        @Nullable String content,
        @Nullable String sha256,
        @Nullable Signature chair,
        @Nullable Signature secretary) {

    /** Whose signature; message key {@code meeting.role.<code>}. */
    enum Side {
        CHAIR,
        SECRETARY
    }

    /** Who confirmed, and when. */
    record Signature(String account, String name, Instant at) {}

    @Nullable Signature of(Side side) {
        return switch (side) {
            case CHAIR -> chair;
            case SECRETARY -> secretary;
        };
    }

    /** Nobody has signed: what was said may still be worded otherwise. */
    boolean open() {
        return chair == null && secretary == null;
    }

    boolean confirmed() {
        return chair != null && secretary != null;
    }

    /** Message key {@code meeting.minutes.<state>}. */
    String state() {
        if (confirmed()) {
            return "confirmed";
        }
        return open() ? "open" : "once";
    }
}
