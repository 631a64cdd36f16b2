package az.qalxan.deconfliction;

import az.qalxan.reporting.ReportMatches;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of a body in which a shared identifier stands.
 *
 * @param kind of record: a report or an entry of a watch list
 * @param compartment null unless the record stands in one
 * @param until when it stops to hold; null for a report
 */
record Holding(
        String body,
        Kind kind,
        UUID source,
        String identifierKind,
        String value,
        int handling,
        @Nullable UUID compartment,
        @Nullable Instant until) {

    /** TLP:RED: for the eyes of named people alone. */
    private static final int RED = 4;

    /** What kind of record. */
    enum Kind {
        REPORT,
        WATCH;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Holding of(ReportMatches.Mention mention) {
        return new Holding(
                mention.body(),
                Kind.REPORT,
                mention.report().value(),
                mention.kind(),
                mention.value(),
                mention.handling(),
                mention.compartment(),
                null);
    }

    static Holding of(LiveWatch watch) {
        return new Holding(
                watch.body(),
                Kind.WATCH,
                watch.id(),
                watch.kind(),
                watch.value(),
                watch.handling(),
                null,
                watch.until());
    }

    /** The same record where it stands now. */
    Holding at(ReportMatches.Standing now) {
        return new Holding(
                body,
                kind,
                source,
                identifierKind,
                value,
                now.handling(),
                now.compartment(),
                until);
    }

    /** Whether the other body may not learn of it. */
    boolean hidden() {
        return compartment != null || handling >= RED;
    }
}
