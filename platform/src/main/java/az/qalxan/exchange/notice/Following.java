package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.NoticeMoved;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the mails of notices: one that comes back goes to the owner's next address, and somebody
 * has to mend the first; where none is left, somebody has to reach the owner otherwise.
 */
@Component
class Following {

    private final OwnerNoticeStore notices;
    private final OwnerStore owners;
    private final NoticeMailStore mails;
    private final NoticeStepStore steps;
    private final WorkStore work;
    private final FurtherMails further;
    private final AuditLog audit;
    private final Clock clock;

    Following(
            OwnerNoticeStore notices,
            OwnerStore owners,
            NoticeMailStore mails,
            NoticeStepStore steps,
            WorkStore work,
            FurtherMails further,
            AuditLog audit,
            Clock clock) {
        this.notices = notices;
        this.owners = owners;
        this.mails = mails;
        this.steps = steps;
        this.work = work;
        this.further = further;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(NoticeMoved moved) {
        if (!moved.ref().topic().equals(Letters.TOPIC)) {
            return;
        }
        UUID mail = UUID.fromString(moved.ref().key());
        Instant now = clock.instant();
        String state =
                switch (moved.state()) {
                    case SENT -> "sent";
                    case TROUBLED -> "queued";
                    case GIVEN_UP -> "failed";
                    case BOUNCED -> "bounced";
                };
        mails.moved(mail, state, moved.trouble(), now)
                .ifPresent(one -> {
                    switch (moved.state()) {
                        case SENT -> sent(one, now);
                        case TROUBLED -> {}
                        case GIVEN_UP, BOUNCED -> lost(one, moved, now);
                    }
                });
    }

    private void sent(NoticeMailStore.Mail mail, Instant now) {
        notices.sent(mail.notice(), now);
        steps.step(mail.notice(), new NoticeStepStore.Step(now, "sent", "", mail.address(), ""));
        audit.record(NoticeAct.NOTICE_SENT, AuditSubject.of("notice", mail.notice()));
    }

    private void lost(NoticeMailStore.Mail mail, NoticeMoved moved, Instant now) {
        Notice notice = notices.find(mail.notice()).orElseThrow();
        audit.record(
                NoticeAct.NOTICE_RETURNED,
                AuditSubject.of("notice", notice.number()),
                Map.of("trouble", moved.trouble()));
        boolean wrongAddress =
                moved.state() == NoticeMoved.State.BOUNCED || moved.trouble().equals("address");
        steps.step(
                notice.id(),
                new NoticeStepStore.Step(
                        now, wrongAddress ? "bounced" : "not-sent", "", mail.address(), ""));
        raise(notice, wrongAddress ? "bounced" : "not-sent", mail.channel(), mail.address());
        if (wrongAddress) {
            owners.moveChannel(mail.channel(), "bounced", now);
            if (!notice.answered()) {
                next(notice, now);
            }
        } else {
            notices.stuck(notice.id());
        }
    }

    private void raise(Notice notice, String kind, UUID subject, String detail) {
        work.raise(
                new WorkStore.Raised(
                        notice.body(),
                        notice.handling(),
                        kind,
                        subject.toString(),
                        new WorkStore.About(notice.owner(), notice.id(), null),
                        detail,
                        1));
    }

    /** The owner's next address that was not tried for this notice. */
    private void next(Notice notice, Instant now) {
        Set<UUID> tried =
                mails.mailsOf(notice.id()).stream()
                        .map(NoticeMailStore.Mail::channel)
                        .collect(Collectors.toSet());
        Optional<Channel> way =
                owners.channels(List.of(notice.owner())).stream()
                        .filter(Channel::carriesMail)
                        .filter(one -> !tried.contains(one.id()))
                        .findFirst();
        if (way.isPresent()) {
            further.mail(notice, way.get(), "fallback", now);
        } else if (owners.channels(List.of(notice.owner())).stream()
                .noneMatch(Channel::carriesMail)) {
            notices.stuck(notice.id());
            raise(notice, "no-contact", notice.owner(), "");
        }
    }
}
