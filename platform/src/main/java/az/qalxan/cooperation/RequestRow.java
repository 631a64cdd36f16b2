package az.qalxan.cooperation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as its table keeps it: the state's name and whatever that state knows. */
record RequestRow(
        RequestHead head,
        String state,
        Moments moments,
        int cycle,
        Instant since,
        Request.Officer officer,
        String ground,
        String reason) {

    static RequestRow of(Request request) {
        return switch (request) {
            case Request.Acknowledged one -> row(one, 0, one.officer(), "", "");
            case Request.Preserved one -> row(one, one.cycle(), Request.Officer.NOBODY, "", "");
            case Request.Refused one ->
                    row(one, 0, Request.Officer.NOBODY, one.ground(), one.reason());
            case Request.Ended one -> row(one, 0, Request.Officer.NOBODY, "", one.reason());
            case Request.Open one -> row(one, 0, Request.Officer.NOBODY, "", "");
        };
    }

    private static RequestRow row(
            Request request, int cycle, Request.Officer officer, String ground, String reason) {
        return new RequestRow(
                request.head(),
                request.code(),
                request.moments(),
                cycle,
                request.since(),
                officer,
                ground,
                reason);
    }

    @Nullable Instant endedAt() {
        return request() instanceof Request.Ended ? since : null;
    }

    /**
     * The request of that row.
     *
     * @throws IllegalStateException when the row's state is unknown: the table is broken
     */
    Request request() {
        return switch (state) {
            case "drafted" -> new Request.Drafted(head, moments, since);
            case "sent" -> new Request.Sent(head, moments, since);
            case "confirmed" -> new Request.Confirmed(head, moments, since);
            case "received" -> new Request.Received(head, moments, since);
            case "acknowledged" ->
                    new Request.Acknowledged(head, moments, Objects.requireNonNull(officer), since);
            case "executing" -> new Request.Executing(head, moments, since);
            case "partly" -> new Request.PartlyAnswered(head, moments, since);
            case "preserved", "renewed" -> new Request.Preserved(head, moments, cycle, since);
            case "executed" -> new Request.Executed(head, moments, since);
            case "refused" -> new Request.Refused(head, moments, ground, reason, since);
            case "released" -> new Request.Released(head, moments, reason, since);
            case "withdrawn" -> new Request.Withdrawn(head, moments, reason, since);
            case "closed" -> new Request.Closed(head, moments, reason, since);
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }
}
