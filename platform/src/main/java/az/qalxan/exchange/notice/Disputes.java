package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what an owner says is not theirs. Without a decision it would be silent for good: either
 * the owner is told once more, or it is left out until it is seen again.
 */
@Component
class Disputes {

    private final OwnerNoticeStore notices;
    private final NoticeStepStore steps;
    private final ConcernStore concerns;
    private final Clock clock;

    Disputes(OwnerNoticeStore notices, NoticeStepStore steps, ConcernStore concerns, Clock clock) {
        this.notices = notices;
        this.steps = steps;
        this.concerns = concerns;
        this.clock = clock;
    }

    /** Which way a person decided. */
    static boolean upheld(String verdict) {
        return switch (verdict) {
            case "upheld" -> true;
            case "agreed" -> false;
            default ->
                    throw ProblemFound.with(
                            WebProblem.INVALID_INPUT,
                            List.of(Violation.at("verdict", "notice.wrong.verdict")));
        };
    }

    void decide(Caller caller, UUID notice, boolean upheld, String words) {
        Instant now = clock.instant();
        concerns.decided(notice, upheld, now);
        notices.settled(notice);
        steps.step(
                notice,
                new NoticeStepStore.Step(
                        now, upheld ? "upheld" : "agreed", caller.name(), "", words));
    }
}
