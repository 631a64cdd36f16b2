package az.qalxan.transmission.mail;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches new mails from the mailbox. A mail is kept, with what listeners make of it, before it is
 * marked as seen there; one that was kept and not marked is known by its number.
 */
@Component
class MailFetching {

    private static final Logger LOG = LoggerFactory.getLogger(MailFetching.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("mail");
    private static final int AT_ONCE_MAX = 100;

    /** Of a mail that is too large as much is kept as a person needs to recognise it. */
    private static final int KEPT_OF_LARGE_BYTES = 65_536;

    private final MailStore store;
    private final MailOpening opening;
    private final NoticeMail notices;
    private final MailSettings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MailFetching(
            MailStore store,
            MailOpening opening,
            NoticeMail notices,
            MailSettings settings,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.store = store;
        this.opening = opening;
        this.notices = notices;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void fetchNew() {
        if (settings.fetches()) {
            ActingAs.run(JOB, this::fetch);
        }
    }

    private void fetch() {
        Session session = Session.getInstance(settings.of("imap"));
        try (Store mailbox = session.getStore("imap")) {
            mailbox.connect(settings.user("imap"), settings.password("imap"));
            try (Folder folder = mailbox.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                take(folder);
            }
        } catch (MessagingException | IOException e) {
            LOG.warn("the mailbox could not be read: {}", e.getMessage());
        }
    }

    private void take(Folder folder) throws MessagingException, IOException {
        Message[] fresh = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        UIDFolder numbers = (UIDFolder) folder;
        for (int i = 0; i < Math.min(fresh.length, AT_ONCE_MAX); i++) {
            MailStore.Place place =
                    new MailStore.Place(
                            settings.mailbox(), numbers.getUIDValidity(), numbers.getUID(fresh[i]));
            byte[] original = original(fresh[i]);
            accept(place, original);
            fresh[i].setFlag(Flags.Flag.SEEN, true);
        }
    }

    /** The bytes as they lie there, at most one more than is read. */
    private static byte[] original(Message message) throws MessagingException, IOException {
        Bounded out = new Bounded(MimeReading.BYTES_MAX + 1);
        try {
            message.writeTo(out);
        } catch (Full e) {
            return out.kept.toByteArray();
        }
        return out.kept.toByteArray();
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            kept.write(bytes, from, Math.min(length, most - kept.size()));
            if (kept.size() == most) {
                throw new Full();
            }
        }
    }

    /** Keeps a mail and tells of it, once. */
    void accept(MailStore.Place place, byte[] original) {
        ActingAs.run(
                JOB,
                () ->
                        transaction.executeWithoutResult(status -> {
                            if (!store.known(place)) {
                                keep(place, original);
                            }
                        }));
    }

    private void cameBack(Bounces.Failed failed) {
        store.bounce(failed.mail(), failed.recipient())
                .ifPresent(one -> notices.bounced(one.mail(), one.ref(), failed.status()));
    }

    private void keep(MailStore.Place place, byte[] original) {
        MailOpening.Opened opened = opening.open(original);
        UUID id = UUID.randomUUID();
        byte[] kept =
                original.length > MimeReading.BYTES_MAX
                        ? java.util.Arrays.copyOf(original, KEPT_OF_LARGE_BYTES)
                        : original;
        MailStore.Came came = new MailStore.Came(id, place, settings.body(), kept, opened);
        if (!store.keep(came, Sha256.of(kept))) {
            return;
        }
        Bounces.read(original).forEach(this::cameBack);
        AuditSubject subject = AuditSubject.of("mail", id);
        switch (opened) {
            case MailOpening.Opened.Unreadable wrong ->
                    audit.record(
                            MailAct.UNREADABLE,
                            subject,
                            Map.of("reason", wrong.reason(), "place", wrong.place()));
            case MailOpening.Opened.Readable mail -> {
                audit.record(MailAct.CAME, subject, Map.of("key", mail.verifiedBy()));
                events.publishEvent(
                        new MailReceived(
                                id,
                                mail.messageId(),
                                mail.from(),
                                mail.verifiedBy(),
                                mail.encrypted(),
                                mail.subject(),
                                mail.text(),
                                mail.files()));
            }
        }
    }
}
