package az.qalxan.cooperation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person at a moment who takes a step: which state it leads to. Pure.
 *
 * @param release whether preserved data may be let go now
 */
record RequestMove(Request.Officer officer, Instant now, Release release) {

    /** How long an acknowledgement can be taken back. */
    static final Duration UNDO = Duration.ofMinutes(5);

    /** What comes of a step. */
    sealed interface Result {}

    /** It leads to that state. */
    record Moved(Request after) implements Result {}

    /** The state does not allow it. */
    record NotNow() implements Result {}

    /** The data may not be let go. */
    record Held(Release why) implements Result {}

    Result take(Request before, RequestStep step) {
        if (step instanceof RequestStep.OfOpen possible) {
            return ofOpen(before, possible);
        }
        return switch (before) {
            case Request.Drafted draft when step instanceof RequestStep.Send send ->
                    new Moved(draft.send(past(send.at())));
            case Request.Received fresh when step instanceof RequestStep.Acknowledge ->
                    new Moved(fresh.acknowledge(officer, now));
            case Request.Sent sent when step instanceof RequestStep.Confirm confirm ->
                    confirmed(sent, confirm);
            case Request.Acknowledged taken when step instanceof RequestStep.Undo -> undo(taken);
            case Request.Acknowledged taken when step instanceof RequestStep.Begin ->
                    new Moved(taken.begin(now));
            case Request.Working working when step instanceof RequestStep.OfWorking possible ->
                    ofWorking(working, possible);
            case Request.Preserved held when step instanceof RequestStep.OfPreserved possible ->
                    ofPreserved(held, possible);
            case Request.Settled settled when step instanceof RequestStep.Close close ->
                    new Moved(settled.close(close.words(), now));
            default -> new NotNow();
        };
    }

    /** A moment that somebody told, never later than now. */
    private Instant past(@Nullable Instant told) {
        return told == null || told.isAfter(now) ? now : told;
    }

    /** Nothing is confirmed before it was sent. */
    private Result confirmed(Request.Sent sent, RequestStep.Confirm confirm) {
        Instant at = past(confirm.at());
        @Nullable Instant left = sent.moments().sent();
        return left != null && at.isBefore(left)
                ? new NotNow()
                : new Moved(sent.confirm(confirm.reference(), at));
    }

    private Result ofOpen(Request before, RequestStep.OfOpen step) {
        return switch (step) {
            case RequestStep.Withdraw withdraw -> withdrawn(before, withdraw);
        };
    }

    /** A preservation for another state ends by release alone, so that no floor is gone round. */
    private Result withdrawn(Request before, RequestStep.Withdraw withdraw) {
        boolean held = before instanceof Request.Preserved && before.head().incoming();
        return before instanceof Request.Open open && !held
                ? new Moved(open.withdraw(withdraw.reason(), now))
                : new NotNow();
    }

    private Result undo(Request.Acknowledged taken) {
        boolean own = taken.officer().account().equals(officer.account());
        return own && now.isBefore(taken.since().plus(UNDO))
                ? new Moved(taken.undo())
                : new NotNow();
    }

    private Result ofWorking(Request.Working working, RequestStep.OfWorking step) {
        return switch (step) {
            case RequestStep.AnswerInPart ignored -> new Moved(working.answerInPart(now));
            case RequestStep.Execute ignored ->
                    working.head().preservation() ? new NotNow() : new Moved(working.execute(now));
            case RequestStep.Refuse refuse ->
                    new Moved(working.refuse(refuse.ground(), refuse.reason(), now));
            case RequestStep.Preserve preserve ->
                    working.head().preservation()
                            ? new Moved(
                                    working.preserve(
                                            preserve.orderedAt(), preserve.effectAt(), now))
                            : new NotNow();
        };
    }

    private Result ofPreserved(Request.Preserved held, RequestStep.OfPreserved step) {
        return switch (step) {
            case RequestStep.Renew renew -> new Moved(held.renew(renew.orderedAt(), now));
            case RequestStep.Let let ->
                    release instanceof Release.Free free
                            ? new Moved(held.release(free, let.reason(), now))
                            : new Held(release);
        };
    }
}
