package az.qalxan.exchange.notice;

import az.qalxan.transmission.NoticePost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes once more about a notice: the whole of it to the next address when the first letter came
 * back, otherwise that an answer is still missing.
 */
@Component
class FurtherMails {

    private final OwnerNoticeStore notices;
    private final NoticeMailStore mails;
    private final ConcernStore concerns;
    private final OwnerStore owners;
    private final WorkStore work;
    private final Letters letters;
    private final NoticeLinks links;
    private final NoticePost post;
    private final EndedKeys keys;

    FurtherMails(
            OwnerNoticeStore notices,
            NoticeMailStore mails,
            ConcernStore concerns,
            OwnerStore owners,
            WorkStore work,
            Letters letters,
            NoticeLinks links,
            NoticePost post,
            EndedKeys keys) {
        this.notices = notices;
        this.mails = mails;
        this.concerns = concerns;
        this.owners = owners;
        this.work = work;
        this.letters = letters;
        this.links = links;
        this.post = post;
        this.keys = keys;
    }

    /** To an address of the notice's owner, or of the owner's superior. */
    void mail(Notice notice, Channel way, String kind, Instant now) {
        UUID mail = UUID.randomUUID();
        mails.mailed(
                List.of(
                        new NoticeMailStore.Mail(
                                mail,
                                notice.id(),
                                way.id(),
                                way.address(),
                                kind,
                                "queued",
                                "",
                                now)));
        List<NoticePost.Posted> posted =
                post.postOutside(List.of(letter(mail, notice, way, new Why(kind, now))));
        keys.look(
                List.of(
                        new EndedKeys.Going(
                                way.address(),
                                notice.id(),
                                notice.body(),
                                notice.handling(),
                                way.owner())));
        if (posted.contains(NoticePost.Posted.NO_ADDRESS)) {
            mails.moved(mail, "failed", "no-address", now);
            work.raise(
                    new WorkStore.Raised(
                            notice.body(),
                            notice.handling(),
                            "bounced",
                            way.id().toString(),
                            new WorkStore.About(notice.owner(), notice.id(), null),
                            way.address(),
                            1));
        }
    }

    private record Why(String kind, Instant now) {}

    private NoticePost.Outside letter(UUID mail, Notice notice, Channel way, Why why) {
        Map<UUID, Owner> known = owners.of(List.of(notice.owner(), way.owner()));
        Owner owner = Objects.requireNonNull(known.get(notice.owner()));
        if (!why.kind().equals("fallback")) {
            Owner told = Objects.requireNonNull(known.get(way.owner()));
            return letters.following(
                    mail, way.address(), why.kind(), new Letters.Late(notice, owner, told));
        }
        NoticeLinks.Drawn link = links.draw(why.now());
        notices.relink(notice.id(), link.kept());
        return letters.first(
                mail,
                way.address(),
                new Letters.Subject(again(notice, link.kept(), why.now()), owner, link.link()));
    }

    private NoticeWritingStore.Written again(
            Notice notice, NoticeWritingStore.Link link, Instant now) {
        Instant due = notice.dueAt();
        return new NoticeWritingStore.Written(
                notice.id(),
                notice.number(),
                notice.body(),
                notice.handling(),
                notice.owner(),
                notice.part(),
                notice.grave(),
                notice.state(),
                notice.madeAt(),
                due == null ? now : due,
                link,
                concerns.of(notice.id()));
    }
}
