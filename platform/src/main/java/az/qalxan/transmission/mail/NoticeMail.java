package az.qalxan.transmission.mail;

import az.qalxan.access.Origin;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices to our own people as mails, and tells their owners what becomes of them. */
@Component
class NoticeMail implements NoticePost {

    private final MailStore store;
    private final MailSettings settings;
    private final Origin origin;
    private final Texts texts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeMail(
            MailStore store,
            MailSettings settings,
            Origin origin,
            Texts texts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.origin = origin;
        this.texts = texts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The part of a mail that is a notice.
     *
     * @param openSubject the subject where no key of the receiver is valid
     * @param openWords the text there
     * @param giveUpAt after that moment it is not tried again
     */
    record Notice(Ref ref, String openSubject, String openWords, Instant giveUpAt) {

        /** Whether everything may go in clear, files too. */
        boolean saysAll(String words) {
            return openWords.equals(words);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted post(Note note) {
        if (!MailDraft.isAddress(note.to())) {
            return Posted.NO_ADDRESS;
        }
        String link = origin.link(note.words().path());
        UUID id = UUID.randomUUID();
        MailDraft draft =
                new MailDraft(
                        note.body(),
                        note.guard(),
                        note.to(),
                        note.words().subject(),
                        note.words().text() + "\n\n" + link + "\n",
                        List.of());
        if (!store.queueNotice(id, draft, open(note, link))) {
            return Posted.KNOWN;
        }
        audit.record(
                MailAct.QUEUED,
                AuditSubject.of("mail", id),
                Map.of("protection", "notice", "topic", note.ref().topic()));
        return Posted.QUEUED;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posted> postOutside(List<Outside> notices) {
        List<MailStore.QueuedNotice> queued = new ArrayList<>();
        List<Posted> posted = new ArrayList<>();
        for (Outside one : notices) {
            boolean reachable = MailDraft.isAddress(one.note().to());
            posted.add(reachable ? Posted.QUEUED : Posted.NO_ADDRESS);
            if (reachable) {
                queued.add(outside(one));
            }
        }
        Set<UUID> taken = store.queueNotices(queued);
        audit.recordAll(MailAct.QUEUED, "mail", taken);
        int at = 0;
        for (int i = 0; i < posted.size(); i++) {
            if (posted.get(i) == Posted.QUEUED && !taken.contains(queued.get(at++).id())) {
                posted.set(i, Posted.KNOWN);
            }
        }
        return posted;
    }

    private MailStore.QueuedNotice outside(Outside one) {
        Note note = one.note();
        MailDraft draft =
                new MailDraft(
                        note.body(),
                        note.guard(),
                        note.to(),
                        note.words().subject(),
                        note.words().text(),
                        one.files());
        Notice closed = open(note, origin.link(note.words().path()));
        Notice notice =
                Mails.mayGoOpen(note.guard().handling())
                        ? new Notice(note.ref(), draft.subject(), draft.text(), closed.giveUpAt())
                        : closed;
        return new MailStore.QueuedNotice(UUID.randomUUID(), draft, notice);
    }

    /** A report came that a mail which the server had taken did not reach its receiver. */
    void bounced(UUID mail, Ref ref, String status) {
        audit.record(MailAct.BOUNCED, AuditSubject.of("mail", mail), Map.of("status", status));
        events.publishEvent(new NoticeMoved(ref, NoticeMoved.State.BOUNCED, "bounced"));
    }

    /** What goes in clear: in both languages, because it must be understood at once. */
    private Notice open(Note note, String link) {
        String reference = note.words().reference();
        return new Notice(
                note.ref(),
                texts.in(Language.AZ).of("transmission.notice.subject", reference),
                texts.in(Language.AZ).of("transmission.notice.words", reference, link)
                        + "\n\n"
                        + texts.in(Language.EN).of("transmission.notice.words", reference, link)
                        + "\n",
                clock.instant().plus(Duration.ofHours(settings.noticeHours())));
    }

    /** The mail server took it. */
    void sent(Notice notice) {
        events.publishEvent(new NoticeMoved(notice.ref(), NoticeMoved.State.SENT, ""));
    }

    /** An attempt failed; a notice whose time is over, or whose address is none, is given up. */
    void troubled(UUID mail, Notice notice, String trouble) {
        boolean over =
                trouble.equals(MailSending.WRONG_ADDRESS)
                        || !clock.instant().isBefore(notice.giveUpAt());
        if (over) {
            store.refuse(mail);
            audit.record(
                    MailAct.GIVEN_UP, AuditSubject.of("mail", mail), Map.of("trouble", trouble));
        }
        events.publishEvent(
                new NoticeMoved(
                        notice.ref(),
                        over ? NoticeMoved.State.GIVEN_UP : NoticeMoved.State.TROUBLED,
                        trouble));
    }
}
