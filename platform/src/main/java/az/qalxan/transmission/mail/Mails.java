package az.qalxan.transmission.mail;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.PartnerKeys;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends secure e-mail. */
@Component
public class Mails {

    private final MailStore store;
    private final PartnerKeys keys;
    private final AuditLog audit;

    Mails(MailStore store, PartnerKeys keys, AuditLog audit) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
    }

    /** What became of a draft. */
    public sealed interface Outcome {

        /**
         * It goes when the transaction commits.
         *
         * @param protection {@code smime}, {@code openpgp} (both signed and encrypted) or {@code
         *     signed}
         */
        record Queued(UUID id, String protection) implements Outcome {}

        /** Its marking asks for encryption, and no key of the recipient is valid. */
        record NoKey(String recipient) implements Outcome {}
    }

    /** How a mail to that address would go now; empty when its marking does not let it go. */
    @Transactional(readOnly = true)
    public Optional<String> protection(String to, Handling handling) {
        String owner = to.toLowerCase(Locale.ROOT);
        if (keys.usable(owner, KeyUsage.SMIME).isPresent()) {
            return Optional.of("smime");
        }
        if (keys.usable(owner, KeyUsage.OPENPGP).isPresent()) {
            return Optional.of("openpgp");
        }
        return mayGoOpen(handling) ? Optional.of("signed") : Optional.empty();
    }

    /** CLEAR and GREEN may be read on the way; everything above may not. */
    static boolean mayGoOpen(Handling handling) {
        return handling.compareTo(Handling.GREEN) <= 0;
    }

    /** Puts a mail on its way in the caller's transaction, encrypted whenever a key allows it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome send(MailDraft draft) {
        Optional<String> protection = protection(draft.to(), draft.guard().handling());
        if (protection.isEmpty()) {
            return new Outcome.NoKey(draft.to());
        }
        UUID id = UUID.randomUUID();
        store.queue(id, draft, protection.get());
        audit.record(
                MailAct.QUEUED,
                AuditSubject.of("mail", id),
                Map.of("protection", protection.get()));
        return new Outcome.Queued(id, protection.get());
    }
}
