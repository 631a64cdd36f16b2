package az.qalxan.cooperation.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came to the 24/7 point, as a person classifies it.
 *
 * @param mail its id in the transport, where the original lies
 * @param verifiedBy fingerprint of the key that signed it; empty when none did
 * @param trouble why it is no request yet; empty when nothing was tried
 * @param files names of what came with it
 * @param paper kind of the paper in it; empty for none
 * @param signature state of the paper's signature, message key {@code paper.signature.<state>}
 * @param prefilled fields of the form, as the paper says them
 * @param state waiting, entered or set-aside; message key {@code talk.letter.<state>}
 */
record Mailed(
        UUID mail,
        String messageId,
        String sender,
        String verifiedBy,
        boolean encrypted,
        String subject,
        String words,
        String digest,
        String trouble,
        List<String> files,
        String paper,
        String signature,
        Map<String, String> prefilled,
        Instant at,
        String state,
        String requestNumber,
        @Nullable Instant settledAt,
        String settledBy,
        String reason) {

    Mailed {
        files = List.copyOf(files);
        prefilled = Map.copyOf(prefilled);
    }

    boolean waiting() {
        return state.equals("waiting");
    }

    boolean verified() {
        return !verifiedBy.isEmpty();
    }

    String field(String name) {
        return prefilled.getOrDefault(name, "");
    }

    /** What the request's message is called, by which it is taken once. */
    String key() {
        return sender + " " + messageId + " " + digest;
    }
}
