package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import az.qalxan.database.TransactionIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A MISP server or feed of another CERT.
 *
 * @param code under which its events are kept
 * @param address of the web, ending in a slash, or {@code folder:} with the name of a folder
 * @param into our collection
 * @param ceiling the narrowest marking that is taken from it and pushed to it
 * @param registrant the account that registered it, which cannot admit it
 */
record MispRemote(
        UUID id,
        String body,
        String code,
        String title,
        boolean feed,
        String address,
        UUID into,
        Handling ceiling,
        boolean pulls,
        boolean pushes,
        Duration every,
        String registrant,
        @Nullable Instant admittedAt,
        State state) {

    /**
     * How it goes.
     *
     * @param trouble code of what went wrong last, as in {@code mispremote.trouble.<code>}
     * @param words what was said to it
     */
    record State(
            @Nullable Instant stoppedAt,
            Instant nextAt,
            @Nullable Instant succeededAt,
            int failures,
            String trouble,
            String words) {}

    boolean running() {
        return admittedAt != null && state.stoppedAt() == null;
    }

    TransactionIdentity identity() {
        return new TransactionIdentity("misp:" + code, body, "system", "");
    }

    Sender sender() {
        return new Sender(code, body, title, ceiling);
    }
}
