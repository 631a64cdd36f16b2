package az.qalxan.engines.content;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a part says happened at a time.
 *
 * @param at when, to the microsecond
 * @param zoneAssumed whether the part gave wall-clock time without a zone, which was supposed
 * @param kind what happened
 * @param source the kind of part that says so, such as chrome-history
 * @param message what happened, in the part's own words
 * @param user on whose account; empty for unknown
 * @param host on which machine; empty for unknown
 * @param part the number of the part
 */
public record Moment(
        Instant at,
        boolean zoneAssumed,
        MomentKind kind,
        String source,
        String message,
        String user,
        String host,
        int part) {

    /** Longest message, in UTF-16 units. */
    public static final int MESSAGE_MAX = 1_000;

    private static final int NAME_MAX = 200;

    public Moment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        message = Texts.line(message, MESSAGE_MAX);
        user = Texts.line(user, NAME_MAX);
        host = Texts.line(host, NAME_MAX);
    }
}
