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
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

    /** The trouble of a mail whose address the server refuses for good. */
    static final String WRONG_ADDRESS = "address";

    /** Longer than one attempt can last: while it lasts nobody else sends the same mail. */
    private static final Duration HELD = Duration.ofMinutes(5);

    private final MailStore store;
    private final MailSealing sealing;
    private final MailSettings settings;
    private final NoticeMail notices;
    private final PartnerKeys keys;
    private final Alarms alarms;
    private final AuditLog audit;
    private final SecureRandom random;
    private final TransactionTemplate transaction;

    MailSending(
            MailStore store,
            MailSealing sealing,
            MailSettings settings,
            NoticeMail notices,
            PartnerKeys keys,
            Alarms alarms,
            AuditLog audit,
            SecureRandom random,
            PlatformTransactionManager manager) {
        this.store = store;
        this.sealing = sealing;
        this.settings = settings;
        this.notices = notices;
        this.keys = keys;
        this.alarms = alarms;
        this.audit = audit;
        this.random = random;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void sendDue() {
        ActingAs.run(JOB, this::sendSome);
    }

    private void sendSome() {
        int sent = 0;
        while (sent < AT_ONCE_MAX && sendNext()) {
            sent++;
        }
    }

    /** Sends one; false when none is due. Without a server, notices alone learn that. */
    boolean sendNext() {
        Optional<MailStore.Due> due =
                Objects.requireNonNull(transaction.execute(status -> begin()));
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private Optional<MailStore.Due> begin() {
        Optional<MailStore.Due> due = store.due(!settings.sends());
        due.ifPresent(mail -> store.begin(mail.id(), HELD));
        return due;
    }

    private void send(MailStore.Due due) {
        if (!settings.sends()) {
            later(due, "no-server");
            return;
        }
        String owner = due.recipient().toLowerCase(Locale.ROOT);
        Optional<PartnerKey> key = key(due, owner);
        if (key.isEmpty() && closed(due)) {
            alarms.raise(new Alarms.Raised(owner, "", "no-key", due.protection()));
            later(due, "no-key");
            return;
        }
        MailSealing.Letter letter =
                Objects.requireNonNull(transaction.execute(status -> letter(due, key)));
        try {
            transmit(sealed(letter, key), due.recipient());
            transaction.executeWithoutResult(status -> note(due, key));
        } catch (GeneralSecurityException e) {
            LOG.error("mail {} cannot be sealed", due.id(), e);
            later(due, "seal");
        } catch (SendFailedException e) {
            LOG.warn("mail {} was not taken: {}", due.id(), e.getMessage());
            boolean wrong = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            later(due, wrong ? WRONG_ADDRESS : "server");
        } catch (MessagingException e) {
            LOG.warn("mail {} was not taken: {}", due.id(), e.getMessage());
            later(due, "server");
        }
    }

    private static boolean closed(MailStore.Due due) {
        return due.protection().equals("smime") || due.protection().equals("openpgp");
    }

    private Optional<PartnerKey> key(MailStore.Due due, String owner) {
        return switch (due.protection()) {
            case "smime" -> keys.usable(owner, KeyUsage.SMIME);
            case "openpgp" -> keys.usable(owner, KeyUsage.OPENPGP);
            case "notice" ->
                    keys.usable(owner, KeyUsage.SMIME)
                            .or(() -> keys.usable(owner, KeyUsage.OPENPGP));
            default -> Optional.empty();
        };
    }

    private MailSealing.Letter letter(MailStore.Due due, Optional<PartnerKey> key) {
        NoticeMail.@Nullable Notice open = key.isEmpty() ? due.notice() : null;
        return new MailSealing.Letter(
                due.id(),
                settings.address(),
                due.recipient(),
                open == null ? due.subject() : open.openSubject(),
                open == null ? due.words() : open.openWords(),
                open == null || open.saysAll(due.words()) ? store.files(due.id()) : List.of(),
                due.queuedAt());
    }

    private byte[] sealed(MailSealing.Letter letter, Optional<PartnerKey> key)
            throws GeneralSecurityException {
        if (key.isEmpty()) {
            return sealing.signed(letter);
        }
        return key.get().usage() == KeyUsage.OPENPGP
                ? sealing.openPgp(letter, key.get())
                : sealing.smime(letter, key.get());
    }

    private void transmit(byte[] mail, String recipient) throws MessagingException {
        Session session = Session.getInstance(settings.of("smtp"));
        Sealed message = new Sealed(session, mail);
        Transport transport = session.getTransport("smtp");
        try {
            String password = settings.password("smtp");
            if (password.isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user("smtp"), password);
            }
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(recipient)});
        } finally {
            leave(transport);
        }
    }

    /** What goes wrong after the server's yes does not send the mail again. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.info("the mail server left without a word: {}", e.getMessage());
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
        NoticeMail.@Nullable Notice notice = due.notice();
        if (notice != null) {
            notices.sent(notice);
        }
    }

    private void later(MailStore.Due due, String trouble) {
        transaction.executeWithoutResult(status -> {
            store.trouble(due.id(), trouble, Backoff.pause(due.attempts(), random));
            NoticeMail.@Nullable Notice notice = due.notice();
            if (notice != null) {
                notices.troubled(due.id(), notice, trouble);
            }
        });
    }
}
