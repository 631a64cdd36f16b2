package az.qalxan.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known about a channel. */
enum ChannelStatus {
    /** Nobody has tried it. */
    UNVERIFIED,
    /** Somebody used it and the organisation answered. */
    VERIFIED,
    /** Somebody tried it in vain. */
    FAILED;

    /** The name in forms; message key {@code directory.status.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChannelStatus> of(String code) {
        return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
