package az.qalxan.exchange.poll;

import az.qalxan.access.AccountId;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.TransactionIdentity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection at a TAXII 2.1 server of another CERT, from which one of ours is filled.
 *
 * @param code under which its objects are kept
 * @param root the API root, ending in a slash
 * @param collection its id or alias there
 * @param into our collection
 * @param ceiling the narrowest marking that is taken from it
 * @param overlap how far every round reads back
 * @param reached up to which moment of the server everything is here
 */
record RemoteServer(
        UUID id,
        String body,
        String code,
        String title,
        URI root,
        String collection,
        String username,
        UUID into,
        Handling ceiling,
        Duration overlap,
        Duration every,
        @Nullable Instant reached,
        Admission admission,
        State state) {

    /**
     * Who let it in: two people.
     *
     * @param registrant the account that registered it, which cannot admit it
     * @param at null while it waits for the second
     */
    record Admission(String registeredBy, String registrant, @Nullable Instant at, String by) {}

    /**
     * How it goes.
     *
     * @param trouble code of what went wrong last, as in {@code remote.trouble.<code>}
     * @param words what the server said to it
     */
    record State(
            @Nullable Instant stoppedAt,
            Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable Instant succeededAt,
            int failures,
            String trouble,
            String words,
            Counts counts) {}

    /** Objects since the beginning. */
    record Counts(long received, long taken, long refused) {}

    boolean running() {
        return state.stoppedAt() == null && admitted();
    }

    boolean admitted() {
        return admission.at() != null;
    }

    URI place() {
        return root.resolve("collections/" + collection + "/");
    }

    /** In whose name its objects are taken: nobody else's objects can be changed under it. */
    Caller sender() {
        return new Caller(new AccountId(id), title, new BodyCode(code), Set.of());
    }

    TransactionIdentity identity() {
        return new TransactionIdentity("remote:" + code, code, "system", "");
    }
}
