package az.qalxan.cooperation;

import az.qalxan.engines.law.RequestKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every request has, whatever its state.
 *
 * @param emergency whether life or limb is in danger
 * @param follows the preservation that this request for assistance follows; null for none
 * @param channel how it was taken in: form, api, mail, peer
 * @param version counts changes; a step that read an older version is refused
 */
public record RequestHead(
        UUID id,
        RequestNumber number,
        RequestKind kind,
        Direction direction,
        boolean emergency,
        Counterpart counterpart,
        Substance substance,
        @Nullable UUID follows,
        Sight sight,
        String channel,
        Instant createdAt,
        int version) {

    public boolean incoming() {
        return direction == Direction.IN;
    }

    public boolean preservation() {
        return kind == RequestKind.PRESERVATION;
    }

    /** Whether minutes count. */
    boolean urgent() {
        return emergency || RequestKinds.urgent(kind);
    }

    public String path() {
        return "/duty/requests/" + number.value();
    }

    RequestHead with(Counterpart other) {
        return new RequestHead(
                id, number, kind, direction, emergency, other, substance, follows, sight, channel,
                createdAt, version);
    }

    RequestHead with(Substance other) {
        return new RequestHead(
                id,
                number,
                kind,
                direction,
                emergency,
                counterpart,
                other,
                follows,
                sight,
                channel,
                createdAt,
                version);
    }

    RequestHead executedBy(String body) {
        return new RequestHead(
                id,
                number,
                kind,
                direction,
                emergency,
                counterpart,
                substance,
                follows,
                sight.executedBy(body),
                channel,
                createdAt,
                version);
    }

    RequestHead following(UUID preservation) {
        return new RequestHead(
                id,
                number,
                kind,
                direction,
                emergency,
                counterpart,
                substance,
                preservation,
                sight,
                channel,
                createdAt,
                version);
    }
}
