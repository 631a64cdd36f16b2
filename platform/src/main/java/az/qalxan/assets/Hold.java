package az.qalxan.assets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that an organisation holds.
 *
 * @param amount what is held
 * @param whole whether that is everything that was asked for
 * @param at since when
 * @param until when the hold ends by itself; null when it lasts until it is lifted
 * @param by who at the organisation said so
 * @param allotted what of it was decided to go back to victims
 * @param returned what of that was paid out
 */
record Hold(
        Money amount,
        boolean whole,
        Instant at,
        @Nullable Instant until,
        String by,
        Money allotted,
        Money returned) {

    Hold {
        if (amount.isNone() || returned.isMoreThan(allotted) || allotted.isMoreThan(amount)) {
            throw new IllegalArgumentException(
                    "a hold gives back at most what it holds: %s, %s, %s"
                            .formatted(amount, allotted, returned));
        }
    }

    static Hold fresh(Money amount, boolean whole, Instant at, @Nullable Instant until, String by) {
        Money none = Money.none(amount.currency());
        return new Hold(amount, whole, at, until, by, none, none);
    }

    /** What may still be given back. */
    Money free() {
        return amount.minus(allotted);
    }

    /** What is still there. */
    Money left() {
        return amount.minus(returned);
    }

    /** Whether victims still wait for money that was decided to be theirs. */
    boolean owes() {
        return allotted.isMoreThan(returned);
    }

    Hold renewed(@Nullable Instant newUntil) {
        return new Hold(amount, whole, at, newUntil, by, allotted, returned);
    }

    Hold allotting(Money more) {
        return new Hold(amount, whole, at, until, by, allotted.plus(more), returned);
    }

    Hold cancelling(Money less) {
        return new Hold(amount, whole, at, until, by, allotted.minus(less), returned);
    }

    Hold paying(Money more) {
        return new Hold(amount, whole, at, until, by, allotted, returned.plus(more));
    }
}
