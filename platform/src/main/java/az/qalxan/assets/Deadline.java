package az.qalxan.assets;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs out for a freeze.
 *
 * @param clock target or ceiling
 * @param rule code of the pack's rule: send, response or hold
 */
record Deadline(String clock, String rule, Instant dueAt) {

    boolean past(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** The next moment that matters; empty when nothing runs. */
    static Optional<Deadline> of(Freeze freeze, AssetsPack pack) {
        return switch (freeze) {
            case Freeze.Drafted one -> target("send", pack.send(), one.head().draftedAt(), pack);
            case Freeze.Awaiting one ->
                    target("response", pack.response(), one.sending().sentAt(), pack);
            case Freeze.Held one -> ceiling(one.hold().until());
            case Freeze.Ended ignored -> Optional.empty();
        };
    }

    private static Optional<Deadline> target(
            String code, AssetsPack.ClockRule rule, Instant start, AssetsPack pack) {
        return Optional.of(new Deadline("target", code, rule.span().after(start, pack.zone())));
    }

    private static Optional<Deadline> ceiling(@Nullable Instant until) {
        return Optional.ofNullable(until).map(end -> new Deadline("ceiling", "hold", end));
    }
}
