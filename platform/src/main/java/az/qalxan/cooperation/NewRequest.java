package az.qalxan.cooperation;

import az.qalxan.engines.law.RequestKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to be entered, checked.
 *
 * @param receivedAt when an incoming one arrived; null for one of ours
 * @param channel form, api, mail, peer
 * @param messageId of the message that brought it, by which it is taken once; null for none
 */
record NewRequest(
        RequestKind kind,
        Direction direction,
        boolean emergency,
        Counterpart counterpart,
        Substance substance,
        Sight sight,
        @Nullable Instant receivedAt,
        String channel,
        @Nullable String messageId) {

    Request request(UUID id, RequestNumber number, String executor, Instant now) {
        RequestHead head =
                new RequestHead(
                        id,
                        number,
                        kind,
                        direction,
                        emergency,
                        counterpart,
                        substance,
                        null,
                        sight.executedBy(executor),
                        channel,
                        now,
                        0);
        return switch (direction) {
            case IN -> {
                Instant at = receivedAt == null ? now : receivedAt;
                yield new Request.Received(head, Moments.received(at), at);
            }
            case OUT -> new Request.Drafted(head, Moments.NONE, now);
        };
    }
}
