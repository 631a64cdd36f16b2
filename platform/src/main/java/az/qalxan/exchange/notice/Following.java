package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final WorkStore work;
    private final Letters letters;
    private final NoticePost post;
    private final EndedKeys keys;
    private final AuditLog audit;
    private final Clock clock;

    Following(
            OwnerNoticeStore notices,
            OwnerStore owners,
            WorkStore work,
            Letters letters,
            NoticePost post,
            EndedKeys keys,
            AuditLog audit,
            Clock clock) {
        this.notices = notices;
        this.owners = owners;
        this.work = work;
        this.letters = letters;
        this.post = post;
        this.keys = keys;
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
        notices.moved(mail, state, moved.trouble(), now)
                .ifPresent(one -> {
                    switch (moved.state()) {
                        case SENT -> sent(one, now);
                        case TROUBLED -> {}
                        case GIVEN_UP, BOUNCED -> lost(one, moved, now);
                    }
                });
    }

    private void sent(OwnerNoticeStore.Mail mail, Instant now) {
        notices.sent(mail.notice(), now);
        notices.step(mail.notice(), new OwnerNoticeStore.Step(now, "sent", "", mail.address(), ""));
        audit.record(NoticeAct.NOTICE_SENT, AuditSubject.of("notice", mail.notice()));
    }

    private void lost(OwnerNoticeStore.Mail mail, NoticeMoved moved, Instant now) {
        Notice notice = notices.find(mail.notice()).orElseThrow();
        audit.record(
                NoticeAct.NOTICE_RETURNED,
                AuditSubject.of("notice", notice.number()),
                Map.of("trouble", moved.trouble()));
        boolean wrongAddress =
                moved.state() == NoticeMoved.State.BOUNCED || moved.trouble().equals("address");
        notices.step(
                notice.id(),
                new OwnerNoticeStore.Step(
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
                notices.mailsOf(notice.id()).stream()
                        .map(OwnerNoticeStore.Mail::channel)
                        .collect(Collectors.toSet());
        Optional<Channel> way =
                owners.channels(List.of(notice.owner())).stream()
                        .filter(Channel::carriesMail)
                        .filter(one -> !tried.contains(one.id()))
                        .findFirst();
        if (way.isPresent()) {
            mail(notice, way.get(), "fallback", now);
        } else if (owners.channels(List.of(notice.owner())).stream()
                .noneMatch(Channel::carriesMail)) {
            notices.stuck(notice.id());
            raise(notice, "no-contact", notice.owner(), "");
        }
    }

    /** Writes once more about a notice, to an address of its owner or of the owner's superior. */
    void mail(Notice notice, Channel way, String kind, Instant now) {
        Map<UUID, Owner> known = owners.of(List.of(notice.owner(), way.owner()));
        UUID mail = UUID.randomUUID();
        notices.mailed(
                List.of(
                        new OwnerNoticeStore.Mail(
                                mail,
                                notice.id(),
                                way.id(),
                                way.address(),
                                kind,
                                "queued",
                                "",
                                now)));
        Owner owner = Objects.requireNonNull(known.get(notice.owner()));
        Owner told = Objects.requireNonNull(known.get(way.owner()));
        List<NoticePost.Posted> posted =
                post.postOutside(
                        List.of(
                                letters.following(
                                        mail,
                                        way.address(),
                                        kind,
                                        new Letters.Late(notice, owner, told))));
        keys.look(
                List.of(
                        new EndedKeys.Going(
                                way.address(),
                                notice.id(),
                                notice.body(),
                                notice.handling(),
                                way.owner())));
        if (posted.contains(NoticePost.Posted.NO_ADDRESS)) {
            notices.moved(mail, "failed", "no-address", now);
            raise(notice, "bounced", way.id(), way.address());
        }
    }
}
