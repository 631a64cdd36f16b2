package az.qalxan.transmission.mail;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Alarms;
import az.qalxan.transmission.Backoff;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.PartnerKey;
import az.qalxan.transmission.PartnerKeys;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands mails to the mail server. Killed between the server's yes and ours, the same mail goes
 * again under the same Message-ID: e-mail has no receipt that would tell.
 */
@Component
class MailSending {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("mail");
    private static final int AT_ONCE_MAX = 50;

    private final MailStore store;
    private final MailSealing sealing;
    private final MailSettings settings;
    private final PartnerKeys keys;
    private final Alarms alarms;
    private final AuditLog audit;
    private final SecureRandom random;
    private final TransactionTemplate transaction;

    MailSending(
            MailStore store,
            MailSealing sealing,
            MailSettings settings,
            PartnerKeys keys,
            Alarms alarms,
            AuditLog audit,
            SecureRandom random,
            PlatformTransactionManager manager) {
        this.store = store;
        this.sealing = sealing;
        this.settings = settings;
        this.keys = keys;
        this.alarms = alarms;
        this.audit = audit;
        this.random = random;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void sendDue() {
        if (settings.sends()) {
            ActingAs.run(JOB, this::sendSome);
        }
    }

    private void sendSome() {
        int sent = 0;
        while (sent < AT_ONCE_MAX && sendNext()) {
            sent++;
        }
    }

    /** Sends one; false when none is due. */
    boolean sendNext() {
        Optional<MailSealing.Letter> letter = Optional.empty();
        Optional<MailStore.Due> due =
                java.util.Objects.requireNonNull(transaction.execute(status -> begin()));
        if (due.isPresent()) {
            letter = transaction.execute(status -> Optional.of(letter(due.get())));
            send(due.get(), java.util.Objects.requireNonNull(letter).orElseThrow());
        }
        return due.isPresent();
    }

    private Optional<MailStore.Due> begin() {
        Optional<MailStore.Due> due = store.due();
        due.ifPresent(mail -> store.begin(mail.id(), Backoff.pause(mail.attempts(), random)));
        return due;
    }

    private MailSealing.Letter letter(MailStore.Due due) {
        return new MailSealing.Letter(
                due.id(),
                settings.address(),
                due.recipient(),
                due.subject(),
                due.words(),
                store.files(due.id()),
                due.queuedAt());
    }

    private void send(MailStore.Due due, MailSealing.Letter letter) {
        String owner = due.recipient().toLowerCase(Locale.ROOT);
        Optional<PartnerKey> key = key(due, owner);
        if (key.isEmpty() && !due.protection().equals("signed")) {
            alarms.raise(new Alarms.Raised(owner, "", "no-key", due.protection()));
            later(due, "no-key");
            return;
        }
        try {
            transmit(sealed(due, letter, key), due.recipient());
            transaction.executeWithoutResult(status -> note(due, key));
        } catch (GeneralSecurityException e) {
            LOG.error("mail {} cannot be sealed", due.id(), e);
            later(due, "seal");
        } catch (MessagingException e) {
            LOG.warn("mail {} was not taken: {}", due.id(), e.getMessage());
            later(due, "server");
        }
    }

    private Optional<PartnerKey> key(MailStore.Due due, String owner) {
        return switch (due.protection()) {
            case "smime" -> keys.usable(owner, KeyUsage.SMIME);
            case "openpgp" -> keys.usable(owner, KeyUsage.OPENPGP);
            default -> Optional.empty();
        };
    }

    private byte[] sealed(MailStore.Due due, MailSealing.Letter letter, Optional<PartnerKey> key)
            throws GeneralSecurityException {
        return switch (due.protection()) {
            case "smime" -> sealing.smime(letter, key.orElseThrow());
            case "openpgp" -> sealing.openPgp(letter, key.orElseThrow());
            default -> sealing.signed(letter);
        };
    }

    private void transmit(byte[] mail, String recipient) throws MessagingException {
        Session session = Session.getInstance(settings.of("smtp"));
        Sealed message = new Sealed(session, mail);
        try (Transport transport = session.getTransport("smtp")) {
            String password = settings.password("smtp");
            if (password.isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user("smtp"), password);
            }
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(recipient)});
        }
    }

    /** A mail whose bytes are finished: nothing about it is set anew before it goes. */
    private static final class Sealed extends MimeMessage {

        Sealed(Session session, byte[] mail) throws MessagingException {
            super(session, new ByteArrayInputStream(mail));
        }

        @Override
        public void saveChanges() {
            saved = true;
        }
    }

    private void note(MailStore.Due due, Optional<PartnerKey> key) {
        store.sent(due.id(), key.map(PartnerKey::fingerprint).orElse(""));
        audit.record(
                MailAct.SENT,
                AuditSubject.of("mail", due.id()),
                Map.of("key", key.map(PartnerKey::fingerprint).orElse("")));
    }

    private void later(MailStore.Due due, String trouble) {
        transaction.executeWithoutResult(status -> store.trouble(due.id(), trouble));
    }
}
