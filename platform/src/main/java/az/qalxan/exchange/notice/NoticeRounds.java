package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again and again at what time asks for: owners to tell, answers that did not come, trouble
 * that nobody sees any more. Without an answer the owner is reminded on every address, then whoever
 * stands above it is told and a person takes over.
 */
@Component
class NoticeRounds {

    private static final int AT_ONCE_MAX = 200;

    private final NoticeBundling bundling;
    private final OwnerNoticeStore notices;
    private final ConcernStore concerns;
    private final OwnerStore owners;
    private final WorkStore work;
    private final Following following;
    private final NoticePack pack;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NoticeRounds(
            NoticeBundling bundling,
            OwnerNoticeStore notices,
            ConcernStore concerns,
            OwnerStore owners,
            WorkStore work,
            Following following,
            NoticePack pack,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.bundling = bundling;
        this.notices = notices;
        this.concerns = concerns;
        this.owners = owners;
        this.work = work;
        this.following = following;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        bundling.all();
        ActingAs.run(
                FeedStep.SYSTEM,
                () -> {
                    while (goFurther() == AT_ONCE_MAX) {
                        Thread.onSpinWait();
                    }
                    transaction.executeWithoutResult(_ -> settle());
                });
    }

    private int goFurther() {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    Instant now = clock.instant();
                    List<Notice> due = notices.due(now, AT_ONCE_MAX);
                    due.forEach(one -> further(one, now));
                    return due.size();
                }));
    }

    private void further(Notice notice, Instant now) {
        if (notice.level() == 0) {
            remind(notice, now);
        } else {
            escalate(notice, now);
        }
    }

    private void remind(Notice notice, Instant now) {
        for (Channel way : owners.channels(List.of(notice.owner()))) {
            if (way.carriesMail()) {
                following.mail(notice, way, "reminder", now);
            }
        }
        move(notice, "reminded", now.plus(pack.times(notice.grave()).step()));
        audit.record(NoticeAct.REMINDED, AuditSubject.of("notice", notice.number()));
    }

    private void escalate(Notice notice, Instant now) {
        Owner owner = owners.find(notice.owner()).orElseThrow();
        String told = "";
        if (owner.superior() != null) {
            told = owners.find(owner.superior()).map(Owner::name).orElse("");
            owners.channels(List.of(owner.superior())).stream()
                    .filter(Channel::carriesMail)
                    .findFirst()
                    .ifPresent(way -> following.mail(notice, way, "superior", now));
        }
        work.raise(
                new WorkStore.Raised(
                        notice.body(),
                        notice.handling(),
                        "overdue",
                        notice.id().toString(),
                        new WorkStore.About(notice.owner(), notice.id(), null),
                        told,
                        1));
        move(notice, "escalated", null);
        audit.record(
                NoticeAct.ESCALATED,
                AuditSubject.of("notice", notice.number()),
                Map.of("superior", told));
    }

    private void move(Notice notice, String step, @Nullable Instant dueAt) {
        notices.further(notice.id(), notice.level() + 1, dueAt);
        notices.step(notice.id(), new OwnerNoticeStore.Step(clock.instant(), step, "", "", ""));
    }

    private void settle() {
        Instant now = clock.instant();
        concerns.gone(now.minus(pack.gone()), now);
        notices.close(now.minus(pack.gone()));
    }
}
