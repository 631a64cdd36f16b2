package az.qalxan.cooperation;

import java.time.Instant;
import java.util.Objects;

/** A request; each state is a type that offers only the steps it allows. */
sealed interface Request {

    RequestHead head();

    Moments moments();

    /** Since when it has that state. */
    Instant since();

    /** The name in the database; message key {@code duty.state.<code>}. */
    String code();

    /** The same state with another head. */
    Request with(RequestHead head);

    /** Whoever acknowledged it. */
    record Officer(String account, String name) {

        static final Officer NOBODY = new Officer("", "");
    }

    /** Something runs for it. */
    sealed interface Open extends Request {

        default Withdrawn withdraw(String reason, Instant at) {
            return new Withdrawn(head(), moments(), reason, at);
        }
    }

    /** Ours, not sent yet. */
    record Drafted(RequestHead head, Moments moments, Instant since) implements Open {

        Sent send(Instant at) {
            return new Sent(head, moments.sent(at), at);
        }

        @Override
        public Drafted with(RequestHead other) {
            return new Drafted(other, moments, since);
        }

        @Override
        public String code() {
            return "drafted";
        }
    }

    /** Ours, and the other side has not confirmed it. */
    record Sent(RequestHead head, Moments moments, Instant since) implements Open {

        Confirmed confirm(String reference, Instant at) {
            RequestHead known =
                    reference.isEmpty() ? head : head.with(head.counterpart().referred(reference));
            return new Confirmed(known, moments.confirmed(at), at);
        }

        @Override
        public Sent with(RequestHead other) {
            return new Sent(other, moments, since);
        }

        @Override
        public String code() {
            return "sent";
        }
    }

    /** Theirs, and nobody here has taken it up. */
    record Received(RequestHead head, Moments moments, Instant since) implements Open {

        Acknowledged acknowledge(Officer officer, Instant at) {
            return new Acknowledged(head, moments, officer, at);
        }

        @Override
        public Received with(RequestHead other) {
            return new Received(other, moments, since);
        }

        @Override
        public String code() {
            return "received";
        }
    }

    /** It is being dealt with. */
    sealed interface Working extends Open {

        default PartlyAnswered answerInPart(Instant at) {
            return new PartlyAnswered(head(), moments(), at);
        }

        default Executed execute(Instant at) {
            return new Executed(head(), moments(), at);
        }

        default Refused refuse(String ground, String reason, Instant at) {
            return new Refused(head(), moments(), ground, reason, at);
        }

        /** The data are preserved; only a request for preservation comes to this. */
        default Preserved preserve(Instant orderedAt, Instant effectAt, Instant at) {
            return new Preserved(head(), moments().preserved(orderedAt, effectAt), 0, at);
        }
    }

    /** Somebody here has taken it up; within a short time that can be taken back. */
    record Acknowledged(RequestHead head, Moments moments, Officer officer, Instant since)
            implements Working {

        Received undo() {
            return new Received(
                    head, moments, Objects.requireNonNullElse(moments.received(), since));
        }

        Executing begin(Instant at) {
            return new Executing(head, moments, at);
        }

        @Override
        public Acknowledged with(RequestHead other) {
            return new Acknowledged(other, moments, officer, since);
        }

        @Override
        public String code() {
            return "acknowledged";
        }
    }

    /** The other side confirmed that it has our request. */
    record Confirmed(RequestHead head, Moments moments, Instant since) implements Working {

        @Override
        public Confirmed with(RequestHead other) {
            return new Confirmed(other, moments, since);
        }

        @Override
        public String code() {
            return "confirmed";
        }
    }

    /** It is being carried out here. */
    record Executing(RequestHead head, Moments moments, Instant since) implements Working {

        @Override
        public Executing with(RequestHead other) {
            return new Executing(other, moments, since);
        }

        @Override
        public String code() {
            return "executing";
        }
    }

    /** A part of what was asked for was given. */
    record PartlyAnswered(RequestHead head, Moments moments, Instant since) implements Working {

        @Override
        public PartlyAnswered with(RequestHead other) {
            return new PartlyAnswered(other, moments, since);
        }

        @Override
        public String code() {
            return "partly";
        }
    }

    /**
     * Data are held.
     *
     * @param cycle how often it was renewed
     */
    record Preserved(RequestHead head, Moments moments, int cycle, Instant since) implements Open {

        Preserved renew(Instant orderedAt, Instant at) {
            return new Preserved(head, moments.renewed(orderedAt), cycle + 1, at);
        }

        /** Only {@link Release} says that it may. */
        Released release(Release.Free permission, String reason, Instant at) {
            if (permission.at().isAfter(at)) {
                throw new IllegalStateException("released before it was free: " + head.number());
            }
            return new Released(head, moments, reason, at);
        }

        Instant effect() {
            return Objects.requireNonNull(moments.effect(), "preserved without effect");
        }

        @Override
        public Preserved with(RequestHead other) {
            return new Preserved(other, moments, cycle, since);
        }

        @Override
        public String code() {
            return cycle == 0 ? "preserved" : "renewed";
        }
    }

    /** Nothing runs any more. */
    sealed interface Ended extends Request {

        /** Why; empty when the state says it. */
        String reason();
    }

    /** It ended, and the file can be closed. */
    sealed interface Settled extends Ended {

        default Closed close(String words, Instant at) {
            return new Closed(head(), moments(), words, at);
        }
    }

    /** Everything that was asked for was given. */
    record Executed(RequestHead head, Moments moments, Instant since) implements Settled {

        @Override
        public Executed with(RequestHead other) {
            return new Executed(other, moments, since);
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public String code() {
            return "executed";
        }
    }

    /** Refused on a ground, with reasons. */
    record Refused(RequestHead head, Moments moments, String ground, String reason, Instant since)
            implements Settled {

        @Override
        public Refused with(RequestHead other) {
            return new Refused(other, moments, ground, reason, since);
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /** Preserved data were let go. */
    record Released(RequestHead head, Moments moments, String reason, Instant since)
            implements Settled {

        @Override
        public Released with(RequestHead other) {
            return new Released(other, moments, reason, since);
        }

        @Override
        public String code() {
            return "released";
        }
    }

    /** Whoever asked does not ask any more. */
    record Withdrawn(RequestHead head, Moments moments, String reason, Instant since)
            implements Settled {

        @Override
        public Withdrawn with(RequestHead other) {
            return new Withdrawn(other, moments, reason, since);
        }

        @Override
        public String code() {
            return "withdrawn";
        }
    }

    /** The file is closed. */
    record Closed(RequestHead head, Moments moments, String reason, Instant since)
            implements Ended {

        @Override
        public Closed with(RequestHead other) {
            return new Closed(other, moments, reason, since);
        }

        @Override
        public String code() {
            return "closed";
        }
    }
}
