package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What owners answer, signed in or by the link of their notice. Looking at a notice is noted, but
 * it is no answer: programs that scan mails follow links too.
 */
@Component
class OwnerAnswers {

    static final int WORDS_MAX = 2_000;
    private static final String SUBJECT = "notice";

    private final OwnerNoticeStore notices;
    private final NoticeStepStore steps;
    private final OwnerStore owners;
    private final ConcernStore concerns;
    private final WorkStore work;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnerAnswers(
            OwnerNoticeStore notices,
            NoticeStepStore steps,
            OwnerStore owners,
            ConcernStore concerns,
            WorkStore work,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.steps = steps;
        this.owners = owners;
        this.concerns = concerns;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What an owner says of a notice; message key {@code notice.answer.<code>}. */
    enum Answer {
        ACKNOWLEDGED,
        FIXED,
        DISPUTED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Answer> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** Somebody of the owner answers, or the CERT writes down what the owner said. */
    @Transactional
    public void of(Caller caller, String number, Answer answer, String words) {
        Notice notice =
                notices.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        boolean others =
                notice.body().equals(caller.body().value())
                        && owners.find(notice.owner())
                                .filter(one -> one.ownerBody().equals(caller.body().value()))
                                .isEmpty();
        if (others && words.isBlank()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("words", "notice.wrong.for-owner")));
        }
        answer(notice, answer, new By(caller.name(), others ? "for-owner" : ""), words);
    }

    /**
     * Who answers.
     *
     * @param how {@code for-owner} when the CERT writes down what the owner told it otherwise
     */
    private record By(String name, String how) {}

    /** Whoever has the link answers; the answer is the notice, empty for no such link. */
    Optional<Notice> byLink(String link, Answer answer, String words) {
        return asSystem(link, notice -> answer(notice, answer, new By("", "link"), words));
    }

    /** Whoever has the link looks. */
    Optional<Notice> look(String link) {
        return asSystem(link, notice -> seen(notice, ""));
    }

    private Optional<Notice> asSystem(String link, java.util.function.Consumer<Notice> what) {
        return ActingAs.call(
                FeedStep.SYSTEM,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> {
                                    Optional<Notice> notice =
                                            notices.byLink(
                                                    NoticeLinks.digest(link), clock.instant());
                                    notice.ifPresent(what);
                                    return notice.flatMap(one -> notices.find(one.number()));
                                })));
    }

    /** Notes that somebody of the owner looked at it. */
    void seen(Notice notice, String by) {
        Instant now = clock.instant();
        audit.record(NoticeAct.NOTICE_VIEWED, AuditSubject.of(SUBJECT, notice.number()));
        if (notices.opened(notice.id(), now)) {
            steps.step(notice.id(), new NoticeStepStore.Step(now, "opened", by, "", ""));
        }
    }

    private void answer(Notice notice, Answer answer, By by, String words) {
        Instant now = clock.instant();
        String bare = words.strip();
        String bounded = bare.substring(0, Math.min(bare.length(), WORDS_MAX));
        if (!notices.answered(notice.id(), answer.code(), now)) {
            throw ProblemFound.of(NoticeProblem.ANSWERED);
        }
        steps.step(
                notice.id(),
                new NoticeStepStore.Step(now, answer.code(), by.name(), by.how(), bounded));
        audit.record(
                NoticeAct.ANSWERED,
                AuditSubject.of(SUBJECT, notice.number()),
                new AuditLog.Concern(notice.body(), Map.of("answer", answer.code())));
        switch (answer) {
            case ACKNOWLEDGED -> {}
            case FIXED -> concerns.settle(notice.id(), "fixed", now);
            case DISPUTED -> {
                concerns.settle(notice.id(), "disputed", now);
                work.raiseUnseen(
                        new WorkStore.Raised(
                                notice.body(),
                                notice.handling(),
                                "disputed",
                                notice.id() + " " + now,
                                new WorkStore.About(notice.owner(), notice.id(), null),
                                bounded,
                                1));
            }
        }
    }
}
