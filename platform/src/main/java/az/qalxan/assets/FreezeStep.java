package az.qalxan.assets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody does with a freeze, grouped by the states that allow it. */
sealed interface FreezeStep {

    /** A step that a draft allows. */
    sealed interface OfDraft extends FreezeStep {}

    /** A step while the organisation's answer is awaited. */
    sealed interface OfAwaiting extends FreezeStep {}

    /** A step while money is held. */
    sealed interface OfHeld extends FreezeStep {}

    /** The draft goes out; {@code asked} null for the whole holding. */
    record Send(String organisation, String basis, @Nullable Money asked) implements OfDraft {}

    /** The draft is not needed. */
    record Drop(String reason) implements OfDraft {}

    /** The organisation confirmed that it has the request. */
    record Acknowledge() implements OfAwaiting {}

    /**
     * The organisation holds money.
     *
     * @param at since when
     * @param until when the hold ends by itself; null when it does not
     * @param by who there said so
     */
    record Confirm(Money amount, Instant at, @Nullable Instant until, String by)
            implements OfAwaiting {}

    /** The organisation holds nothing. */
    record Refuse(String reason) implements OfAwaiting {}

    /**
     * The money had moved on.
     *
     * @param movedTo where to; null when that is not known
     * @param moved how much; null when that is not known
     * @param at when it moved
     */
    record TooLate(@Nullable Holding movedTo, @Nullable Money moved, Instant at, String reason)
            implements OfAwaiting {}

    /** The hold lasts longer; {@code until} null when it now lasts until it is lifted. */
    record Renew(@Nullable Instant until, String reason) implements OfHeld {}

    /** The hold ends. */
    record Release(String reason) implements OfHeld {}

    /** A decision seizes the money. */
    record Seize(String decision) implements OfHeld {}

    /** The name in the history and in addresses; message key {@code assets.step.<code>}. */
    default String code() {
        return switch (this) {
            case Send ignored -> "send";
            case Drop ignored -> "drop";
            case Acknowledge ignored -> "acknowledge";
            case Confirm ignored -> "confirm";
            case Refuse ignored -> "refuse";
            case TooLate ignored -> "too-late";
            case Renew ignored -> "renew";
            case Release ignored -> "release";
            case Seize ignored -> "seize";
        };
    }

    /** What the history quotes; empty for a step without words. */
    default String detail() {
        return switch (this) {
            case Send send -> send.organisation();
            case Drop drop -> drop.reason();
            case Acknowledge ignored -> "";
            case Confirm confirm -> confirm.by();
            case Refuse refuse -> refuse.reason();
            case TooLate late -> late.reason();
            case Renew renew -> renew.reason();
            case Release release -> release.reason();
            case Seize seize -> seize.decision();
        };
    }
}
