package az.qalxan.exchange.notice;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);
    private static final int AT_ONCE_MAX = 2_000;
    private static final Duration REST = Duration.ofHours(1);

    private final NoticeBundling bundling;
    private final OwnerNoticeStore notices;
    private final NoticeStepStore steps;
    private final OwnerStore owners;
    private final WorkStore work;
    private final FurtherMails mails;
    private final NoticeKeeping keeping;
    private final NoticeDue due;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NoticeRounds(
            NoticeBundling bundling,
            OwnerNoticeStore notices,
            NoticeStepStore steps,
            OwnerStore owners,
            WorkStore work,
            FurtherMails mails,
            NoticeKeeping keeping,
            NoticeDue due,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.bundling = bundling;
        this.notices = notices;
        this.steps = steps;
        this.owners = owners;
        this.work = work;
        this.mails = mails;
        this.keeping = keeping;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        keeping.adopt();
        bundling.all();
        ActingAs.run(FeedStep.SYSTEM, this::goFurther);
        keeping.settle();
    }

    /** Each by itself: one that cannot go further waits an hour and holds up no other. */
    private void goFurther() {
        Instant now = clock.instant();
        List<UUID> late =
                Objects.requireNonNull(transaction.execute(_ -> notices.due(now, AT_ONCE_MAX)));
        late.forEach(one -> goFurther(one, now));
    }

    private void goFurther(UUID id, Instant now) {
        try {
            transaction.executeWithoutResult(_ ->
                    notices.find(id)
                            .filter(one -> one.due(now))
                            .ifPresent(one -> further(one, now)));
        } catch (DataAccessException | IllegalStateException | NoSuchElementException e) {
            LOG.error("notice {} could not go further; it is tried again in an hour", id, e);
            transaction.executeWithoutResult(_ -> notices.postpone(id, now.plus(REST)));
        }
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
                mails.mail(notice, way, "reminder", now);
            }
        }
        move(notice, "reminded", due.step(notice.grave(), now));
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
                    .ifPresent(way -> mails.mail(notice, way, "superior", now));
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
        steps.step(notice.id(), new NoticeStepStore.Step(clock.instant(), step, "", "", ""));
    }
}
