package az.qalxan.strategy.indicator;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an indicator's definition.
 *
 * @param number counted from 1 for each code
 * @param retired whether the indicator is to be no more
 * @param ofPack whether the country pack brought it: our own proposal, which no body agreed to
 * @param decision null while it is only proposed
 */
record IndicatorVersion(
        UUID id,
        String code,
        int number,
        Definition definition,
        boolean retired,
        boolean ofPack,
        Proposed proposed,
        State state,
        @Nullable Decision decision) {

    /** Who proposed it, when and why. */
    record Proposed(String account, String author, Instant at, String reason) {}

    /** Who judged it. */
    record Decision(String account, String decider, Instant at, String words) {}

    /** Message key {@code indicator.state.<code>}. */
    enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean open() {
        return state == State.PROPOSED;
    }
}
