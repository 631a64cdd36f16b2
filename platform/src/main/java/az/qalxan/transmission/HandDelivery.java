package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person brought or received by hand, or by a way that this system does not go itself.
 *
 * @param subjectKind what it was, for example {@code request}; empty when it is nothing of ours
 * @param partner whom it went to or came from
 * @param person who did it
 * @param proof for example the post's receipt; null when there is none
 */
public record HandDelivery(
        BodyCode body,
        Guard guard,
        boolean out,
        String way,
        String subjectKind,
        String subjectId,
        String partner,
        String person,
        Instant happenedAt,
        String words,
        @Nullable Attached proof) {

    /** Message keys {@code transmission.way.<way>}. */
    public static final Set<String> WAYS =
            Set.of("post", "courier", "phone", "portal", "person", "fax");

    /**
     * @throws IllegalArgumentException when the way is unknown or half of a subject is given
     */
    public HandDelivery {
        if (!WAYS.contains(way) || subjectKind.isEmpty() != subjectId.isEmpty()) {
            throw new IllegalArgumentException("not a delivery by hand: " + way);
        }
    }
}
