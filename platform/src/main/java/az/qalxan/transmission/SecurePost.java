package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.util.List;
import java.util.UUID;

/** Secure e-mail for the modules that write letters. */
public interface SecurePost {

    /** A letter to one address; its guard's marking decides whether it may go unencrypted. */
    record Letter(
            BodyCode body,
            Guard guard,
            String to,
            String subject,
            String text,
            List<Attached> files) {

        public Letter {
            files = List.copyOf(files);
        }
    }

    /** What became of a letter. */
    sealed interface Posted {}

    /** It goes when the transaction commits; {@code protection} says how it is sealed. */
    record Queued(UUID mail, String protection) implements Posted {}

    /** Its marking asks for encryption, and no key of the recipient is valid. */
    record NoKey(String recipient) implements Posted {}

    /**
     * Puts a letter on its way in the caller's transaction.
     *
     * @throws IllegalArgumentException when the address has another form or a limit is passed
     */
    Posted post(Letter letter);
}
