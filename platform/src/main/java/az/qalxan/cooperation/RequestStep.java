package az.qalxan.cooperation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody does with a request, grouped by the states that allow it. */
public sealed interface RequestStep {

    /** A step that every open request allows. */
    sealed interface OfOpen extends RequestStep {}

    /** A step while a request is dealt with. */
    sealed interface OfWorking extends RequestStep {}

    /** A step while data are preserved. */
    sealed interface OfPreserved extends RequestStep {}

    /** The draft goes out; {@code at} is when it did, null for now. */
    record Send(String how, @Nullable Instant at) implements RequestStep {

        public Send(String how) {
            this(how, null);
        }
    }

    /**
     * The other side confirmed.
     *
     * @param reference its number; empty when it gave none
     * @param at when it did; null for now
     */
    record Confirm(String reference, @Nullable Instant at) implements RequestStep {

        public Confirm(String reference) {
            this(reference, null);
        }
    }

    /** An officer takes it up. */
    record Acknowledge() implements RequestStep {}

    /** The officer takes that back. */
    record Undo() implements RequestStep {}

    /** Carrying out begins. */
    record Begin() implements RequestStep {}

    /** A part of the answer. */
    record AnswerInPart(String words, String conditions) implements OfWorking {}

    /** The whole answer. */
    record Execute(String words, String conditions) implements OfWorking {}

    /** No answer, on that ground. */
    record Refuse(String ground, String reason) implements OfWorking {}

    /** The data are preserved. */
    record Preserve(Instant orderedAt, Instant effectAt) implements OfWorking {}

    /** Another order holds them on. */
    record Renew(Instant orderedAt, String reason) implements OfPreserved {}

    /** They are let go. */
    record Let(String reason) implements OfPreserved {}

    /** Whoever asked does not ask any more. */
    record Withdraw(String reason) implements OfOpen {}

    /** The file is closed. */
    record Close(String words) implements RequestStep {}

    /** The name in the history and in addresses; message key {@code duty.step.<code>}. */
    default String code() {
        return switch (this) {
            case Send ignored -> "send";
            case Confirm ignored -> "confirm";
            case Acknowledge ignored -> "acknowledge";
            case Undo ignored -> "undo";
            case Begin ignored -> "begin";
            case AnswerInPart ignored -> "answer";
            case Execute ignored -> "execute";
            case Refuse ignored -> "refuse";
            case Preserve ignored -> "preserve";
            case Renew ignored -> "renew";
            case Let ignored -> "release";
            case Withdraw ignored -> "withdraw";
            case Close ignored -> "close";
        };
    }

    /** What the history quotes; empty for a step without words. */
    default String detail() {
        return switch (this) {
            case Send send -> send.how();
            case Confirm confirm -> confirm.reference();
            case Acknowledge ignored -> "";
            case Undo ignored -> "";
            case Begin ignored -> "";
            case AnswerInPart answer -> answer.words();
            case Execute answer -> answer.words();
            case Refuse refuse -> refuse.reason();
            case Preserve ignored -> "";
            case Renew renew -> renew.reason();
            case Let let -> let.reason();
            case Withdraw withdraw -> withdraw.reason();
            case Close close -> close.words();
        };
    }
}
