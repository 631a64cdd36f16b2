package az.qalxan.assets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request to hold money; each state is a type that offers only the steps it allows. */
sealed interface Freeze {

    FreezeHead head();

    /** The name in the database; message key {@code assets.state.<code>}. */
    String code();

    /** When it took that state, as far as that is one moment. */
    Instant since();

    /** When it was sent and whether its receipt was confirmed. */
    record Sending(Instant sentAt, @Nullable Instant acknowledgedAt) {}

    /** Nobody has sent it yet. */
    record Drafted(FreezeHead head) implements Freeze {

        Sent send(FreezeHead.Request request, Instant at) {
            return new Sent(head.addressed(request), at);
        }

        Dropped drop(String reason, Instant at) {
            return new Dropped(head, reason, at);
        }

        @Override
        public String code() {
            return "drafted";
        }

        @Override
        public Instant since() {
            return head.draftedAt();
        }
    }

    /** The organisation's answer is awaited. */
    sealed interface Awaiting extends Freeze {

        Sending sending();

        default Held hold(Hold hold) {
            return hold.whole()
                    ? new Frozen(head(), sending(), hold)
                    : new PartlyFrozen(head(), sending(), hold);
        }

        default Refused refuse(String reason, Instant at) {
            return new Refused(head(), sending(), reason, at);
        }

        default TooLate tooLate(@Nullable Holding movedTo, String reason, Instant at) {
            return new TooLate(head(), sending(), movedTo, reason, at);
        }
    }

    /** It went out. */
    record Sent(FreezeHead head, Instant sentAt) implements Awaiting {

        Acknowledged acknowledge(Instant at) {
            return new Acknowledged(head, new Sending(sentAt, at), at);
        }

        @Override
        public Sending sending() {
            return new Sending(sentAt, null);
        }

        @Override
        public String code() {
            return "sent";
        }

        @Override
        public Instant since() {
            return sentAt;
        }
    }

    /** The organisation has it and works on it. */
    record Acknowledged(FreezeHead head, Sending sending, Instant at) implements Awaiting {

        @Override
        public String code() {
            return "acknowledged";
        }

        @Override
        public Instant since() {
            return at;
        }
    }

    /** Money is held. */
    sealed interface Held extends Freeze {

        Sending sending();

        Hold hold();

        /** The same state with another hold. */
        Held with(Hold hold);

        /** The hold ends; what victims wait for is settled before. */
        default Released release(String reason, Instant at) {
            if (hold().owes()) {
                throw new IllegalStateException("victims still wait for money of " + head());
            }
            return new Released(head(), sending(), hold(), reason, at);
        }

        /** A victim was paid; when nothing is left, everything is returned. */
        default Freeze pay(Money amount, Instant at) {
            Hold paid = hold().paying(amount);
            return paid.left().isNone() ? new Returned(head(), sending(), paid, at) : with(paid);
        }

        @Override
        default Instant since() {
            return hold().at();
        }
    }

    /** Everything that was asked for is held. */
    record Frozen(FreezeHead head, Sending sending, Hold hold) implements Held {

        Seized seize(String decision) {
            return new Seized(head, sending, hold, decision);
        }

        @Override
        public Frozen with(Hold other) {
            return new Frozen(head, sending, other);
        }

        @Override
        public String code() {
            return "frozen";
        }
    }

    /** Less than what was asked for is held. */
    record PartlyFrozen(FreezeHead head, Sending sending, Hold hold) implements Held {

        Seized seize(String decision) {
            return new Seized(head, sending, hold, decision);
        }

        @Override
        public PartlyFrozen with(Hold other) {
            return new PartlyFrozen(head, sending, other);
        }

        @Override
        public String code() {
            return "partly";
        }
    }

    /** A decision took the money out of the owner's hands until the case is decided. */
    record Seized(FreezeHead head, Sending sending, Hold hold, String decision) implements Held {

        @Override
        public Seized with(Hold other) {
            return new Seized(head, sending, other, decision);
        }

        @Override
        public String code() {
            return "seized";
        }
    }

    /** Nothing more will come of it. */
    sealed interface Ended extends Freeze {

        /** Why; empty when the state says it. */
        String reason();
    }

    /** A draft that was not sent. */
    record Dropped(FreezeHead head, String reason, Instant since) implements Ended {

        @Override
        public String code() {
            return "dropped";
        }
    }

    /** The organisation holds nothing and said why. */
    record Refused(FreezeHead head, Sending sending, String reason, Instant since)
            implements Ended {

        @Override
        public String code() {
            return "refused";
        }
    }

    /** The money had moved on. */
    record TooLate(
            FreezeHead head,
            Sending sending,
            @Nullable Holding movedTo,
            String reason,
            Instant since)
            implements Ended {

        @Override
        public String code() {
            return "too-late";
        }
    }

    /** The hold was lifted or its term ended. */
    record Released(FreezeHead head, Sending sending, Hold hold, String reason, Instant since)
            implements Ended {

        @Override
        public String code() {
            return "released";
        }
    }

    /** Everything that was held went back to victims. */
    record Returned(FreezeHead head, Sending sending, Hold hold, Instant since) implements Ended {

        @Override
        public String reason() {
            return "";
        }

        @Override
        public String code() {
            return "returned";
        }
    }
}
