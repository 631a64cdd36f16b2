package az.qalxan.cooperation.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signed paper that was made from a request.
 *
 * @param kind message key {@code talk.paper.<kind>}
 * @param mails by which it went
 */
record KeptPaper(
        UUID id,
        String kind,
        String fileName,
        String sha256,
        Instant madeAt,
        String author,
        List<Mailed> mails) {

    KeptPaper {
        mails = List.copyOf(mails);
    }

    /**
     * That it was given to secure mail.
     *
     * @param protection smime, openpgp or signed; message key {@code talk.protection.<protection>}
     */
    record Mailed(UUID mail, String recipient, Instant at, String protection) {}
}
