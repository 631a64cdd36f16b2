package az.qalxan.law;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes recommendations and notes what is answered to them. */
@Component
class Recommendations {

    private static final int LISTED_MAX = 500;

    private final RecommendationStore store;
    private final AuditLog audit;
    private final Clock clock;

    Recommendations(RecommendationStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Recommendation> all() {
        return store.latest(LISTED_MAX);
    }

    @Transactional(readOnly = true)
    public Recommendation find(long number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Keeps a recommendation; gives its number. */
    @Transactional
    public long make(Recommendation.Wish wish, Caller caller) {
        long number = store.insert(wish, caller.name(), clock.instant());
        audit.record(
                LawAct.RECOMMENDED,
                AuditSubject.of("law-recommendation", number),
                Map.of("state", wish.state().code(), "clause", wish.clause().toString()));
        return number;
    }

    /** Notes an answer or anything else; nothing follows after a withdrawal. */
    @Transactional
    public void add(long number, RecommendationForm.Step entered, Caller caller) {
        Recommendation recommendation = find(number);
        store.lock(recommendation.id());
        if (find(number).withdrawn()) {
            throw ProblemFound.of(LawProblem.RECOMMENDATION_OVER);
        }
        Recommendation.Step step = entered.step(clock.instant(), caller.name());
        store.add(recommendation.id(), step);
        audit.record(
                switch (step.kind()) {
                    case ANSWERED -> LawAct.ANSWERED;
                    case WITHDRAWN -> LawAct.RECOMMENDATION_WITHDRAWN;
                    case NOTED -> LawAct.NOTED;
                },
                AuditSubject.of("law-recommendation", number),
                Map.of("verdict", step.verdict() == null ? "" : step.verdict().code()));
    }
}
