package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.transmission.NoticePost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts notices that are ready on their way, in the transaction in which they are written. */
@Component
class NoticeSending {

    private final NoticeWritingStore writing;
    private final NoticeMailStore mails;
    private final NoticeStepStore steps;
    private final WorkStore work;
    private final Letters letters;
    private final NoticePost post;
    private final EndedKeys keys;
    private final HookQueue hooks;
    private final AuditLog audit;

    NoticeSending(
            NoticeWritingStore writing,
            NoticeMailStore mails,
            NoticeStepStore steps,
            WorkStore work,
            Letters letters,
            NoticePost post,
            EndedKeys keys,
            HookQueue hooks,
            AuditLog audit) {
        this.writing = writing;
        this.mails = mails;
        this.steps = steps;
        this.work = work;
        this.letters = letters;
        this.post = post;
        this.keys = keys;
        this.hooks = hooks;
        this.audit = audit;
    }

    /**
     * A notice and how it goes.
     *
     * @param way the address of the mail; empty when none is to go or none is known
     * @param rule what the owner wants
     * @param link what its link ends with
     */
    record Ready(
            NoticeWritingStore.Written notice,
            Owner owner,
            Optional<Channel> way,
            OwnerRule rule,
            String link) {

        /** Whether nothing carries it although the owner wants to be told. */
        boolean unreachable() {
            return way.isEmpty() && rule.wantsMail(owner);
        }
    }

    void send(List<Ready> ready, Instant now) {
        writing.write(ready.stream().map(Ready::notice).toList());
        steps.begun(ready.stream().map(one -> one.notice().id()).toList(), now);
        audit.recordAll(
                NoticeAct.NOTICE_MADE,
                "notice",
                ready.stream().map(one -> one.notice().number()).toList());
        Out out = new Out(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Ready one : ready) {
            one.way().ifPresent(way -> mail(one, way, now, out));
            if (one.unreachable()) {
                raiseUnreachable(one);
            }
            if (one.way().isEmpty() && !one.unreachable()) {
                steps.step(one.notice().id(), new NoticeStepStore.Step(now, "portal", "", "", ""));
            }
            if (one.rule().hooked()) {
                hooks.queue(one.notice(), one.owner(), now);
            }
        }
        mails.mailed(out.mails());
        post.postOutside(out.letters());
        keys.look(out.going());
    }

    /** What goes by mail. */
    private record Out(
            List<NoticeMailStore.Mail> mails,
            List<NoticePost.Outside> letters,
            List<EndedKeys.Going> going) {}

    private void mail(Ready one, Channel way, Instant now, Out out) {
        UUID mail = UUID.randomUUID();
        NoticeWritingStore.Written notice = one.notice();
        out.mails()
                .add(
                        new NoticeMailStore.Mail(
                                mail,
                                notice.id(),
                                way.id(),
                                way.address(),
                                "notice",
                                "queued",
                                "",
                                now));
        out.letters()
                .add(
                        letters.first(
                                mail,
                                way.address(),
                                new Letters.Subject(notice, one.owner(), one.link())));
        out.going()
                .add(
                        new EndedKeys.Going(
                                way.address(),
                                notice.id(),
                                notice.body(),
                                notice.handling(),
                                notice.owner()));
    }

    private void raiseUnreachable(Ready one) {
        work.raise(
                new WorkStore.Raised(
                        one.notice().body(),
                        one.notice().handling(),
                        "no-contact",
                        one.owner().id().toString(),
                        new WorkStore.About(one.owner().id(), one.notice().id(), null),
                        one.owner().name(),
                        1));
    }
}
