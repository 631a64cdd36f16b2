package az.qalxan.cooperation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments from which clocks count; null while they have not come.
 *
 * @param received when an incoming request arrived
 * @param sent when an outgoing one left
 * @param confirmed when the other side confirmed it
 * @param ordered when the order was made that now holds
 * @param effect since when data are preserved
 */
public record Moments(
        @Nullable Instant received,
        @Nullable Instant sent,
        @Nullable Instant confirmed,
        @Nullable Instant ordered,
        @Nullable Instant effect) {

    static final Moments NONE = new Moments(null, null, null, null, null);

    static Moments received(Instant at) {
        return new Moments(at, null, null, null, null);
    }

    Moments sent(Instant at) {
        return new Moments(received, at, confirmed, ordered, effect);
    }

    Moments confirmed(Instant at) {
        return new Moments(received, sent, at, ordered, effect);
    }

    Moments preserved(Instant orderAt, Instant effectAt) {
        return new Moments(received, sent, confirmed, orderAt, effectAt);
    }

    Moments renewed(Instant orderAt) {
        return new Moments(received, sent, confirmed, orderAt, effect);
    }
}
