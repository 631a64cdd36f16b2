package az.qalxan.transmission;

import java.util.List;
import java.util.UUID;

/**
 * An e-mail came and could be read. Published inside the transaction that keeps it.
 *
 * @param id ours for the mail
 * @param messageId the sender's, which proves nothing
 * @param from the address that the mail names
 * @param verifiedBy the fingerprint of that address's key in force that signed it; empty for none
 * @param encrypted whether it came encrypted
 */
public record LetterReceived(
        UUID id,
        String messageId,
        String from,
        String verifiedBy,
        boolean encrypted,
        String subject,
        String text,
        List<Attached> files) {

    public LetterReceived {
        files = List.copyOf(files);
    }
}
