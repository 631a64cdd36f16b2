package az.qalxan.assets;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs out for a freeze.
 *
 * @param clock target or ceiling
 * @param rule code of the pack's rule: send, response or hold
 * @param warnAt when somebody should begin to act: before its end for a hold, which takes time to
 *     renew; for the rest the end itself
 */
record Deadline(String clock, String rule, Instant dueAt, Instant warnAt) {

    boolean past(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** Whether it is time to act, though the end has not come. */
    boolean soon(Instant now) {
        return !past(now) && !now.isBefore(warnAt);
    }

    /** The next moment that matters; empty when nothing runs. */
    static Optional<Deadline> of(Freeze freeze, AssetsPack pack) {
        return switch (freeze) {
            case Freeze.Drafted one -> target("send", pack.send(), one.head().draftedAt(), pack);
            case Freeze.Awaiting one ->
                    target("response", pack.response(), one.sending().sentAt(), pack);
            case Freeze.Held one -> ceiling(one.hold().until(), pack);
            case Freeze.Ended ignored -> Optional.empty();
        };
    }

    private static Optional<Deadline> target(
            String code, AssetsPack.ClockRule rule, Instant start, AssetsPack pack) {
        Instant end = rule.span().after(start, pack.zone());
        return Optional.of(new Deadline("target", code, end, end));
    }

    private static Optional<Deadline> ceiling(@Nullable Instant until, AssetsPack pack) {
        return Optional.ofNullable(until)
                .map(end ->
                        new Deadline(
                                "ceiling",
                                "hold",
                                end,
                                pack.renew().span().before(end, pack.zone())));
    }
}
