package az.qalxan.transmission.mail;

import az.qalxan.transmission.Attached;
import java.util.List;
import java.util.UUID;

/**
 * An e-mail came and could be read. Published inside the transaction that keeps it: what a listener
 * stores is stored with it, once.
 *
 * @param id ours for the mail
 * @param messageId the sender's, which proves nothing
 * @param from the address that the mail names
 * @param verifiedBy the fingerprint of that address's key in force that signed all of it; empty
 *     when none did
 * @param encrypted whether it came encrypted
 */
public record MailReceived(
        UUID id,
        String messageId,
        String from,
        String verifiedBy,
        boolean encrypted,
        String subject,
        String text,
        List<Attached> files) {

    public MailReceived {
        files = List.copyOf(files);
    }
}
