package az.qalxan.exchange.misp;

import java.time.Instant;
import java.util.List;

/**
 * A list of values that are no threat, in MISP's warninglist format.
 *
 * @param kind how its entries are compared
 * @param revision its version, as it says itself
 * @param harmless whether what it has is no threat, or is merely known
 * @param types of attributes to which it applies; empty for all
 */
record Warninglist(
        String body,
        String name,
        Kind kind,
        int revision,
        String about,
        boolean harmless,
        List<String> types,
        List<String> entries,
        boolean enabled,
        Instant takenAt) {

    Warninglist {
        types = List.copyOf(types);
        entries = List.copyOf(entries);
    }

    /** How entries are compared. */
    enum Kind {
        STRING,
        SUBSTRING,
        HOSTNAME,
        CIDR,
        REGEX,
        /** One of our own lists, switched. */
        OWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
