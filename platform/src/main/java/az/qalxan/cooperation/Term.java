package az.qalxan.cooperation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a request.
 *
 * @param zone where it counts: that of the side which must act
 * @param provisional whether days were counted that nobody has decided yet
 * @param state running, met, ended, replaced
 * @param endedWhy message key {@code duty.clock-ended.<why>}; empty while it runs
 * @param replaces the clock in whose place it stands; null for none
 */
record Term(
        UUID id,
        TermRule rule,
        ZoneId zone,
        Instant startedAt,
        Instant endsAt,
        boolean provisional,
        List<Said> reasons,
        String state,
        @Nullable Instant endedAt,
        String endedWhy,
        @Nullable UUID replaces) {

    Term {
        reasons = List.copyOf(reasons);
    }

    /** What counting a rule from a moment gives. */
    record Count(Instant end, boolean provisional, List<Said> reasons) {

        Count {
            reasons = List.copyOf(reasons);
        }
    }

    /** Counts a rule from a moment in a zone. */
    @FunctionalInterface
    interface Counter {

        Count count(TermRule rule, Instant start, ZoneId zone);
    }

    static Term started(UUID id, TermRule rule, Start start, Count count, @Nullable UUID replaces) {
        return new Term(
                id,
                rule,
                start.zone(),
                start.at(),
                count.end(),
                count.provisional(),
                count.reasons(),
                "running",
                null,
                "",
                replaces);
    }

    /** From when and where a clock counts. */
    record Start(Instant at, ZoneId zone) {}

    boolean running() {
        return state.equals("running");
    }

    boolean is(String kind) {
        return rule.kind().equals(kind);
    }

    boolean past(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** Whether a new count says something else. */
    boolean differs(Count count) {
        return !endsAt.equals(count.end()) || provisional != count.provisional();
    }

    Term ended(String how, String why, Instant at) {
        return new Term(
                id, rule, zone, startedAt, endsAt, provisional, reasons, how, at, why, replaces);
    }
}
