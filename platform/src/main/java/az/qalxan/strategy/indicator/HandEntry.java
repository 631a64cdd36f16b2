package az.qalxan.strategy.indicator;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.strategy.indicator.Saying.ByHand;
import az.qalxan.web.ProblemFound;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes values that no register tells; a correction is another saying. */
@Component
class HandEntry {

    private final SayingStore sayings;
    private final AuditLog audit;
    private final Clock clock;

    HandEntry(SayingStore sayings, AuditLog audit, Clock clock) {
        this.sayings = sayings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody enters. */
    record Entered(FigurePeriod period, BigDecimal value, String source, LocalDate sourceOn) {}

    /** Refuses what registers tell, and other bodies' indicators. */
    static void check(IndicatorVersion version, Caller caller) {
        if (!version.definition().byHand()) {
            throw ProblemFound.of(IndicatorProblem.COMPUTED);
        }
        if (!version.definition().owner().equals(caller.body())) {
            throw ProblemFound.of(IndicatorProblem.NOT_OWNER);
        }
    }

    @Transactional
    public void enter(IndicatorVersion version, Entered entered, Caller caller) {
        check(version, caller);
        ByHand hand =
                new ByHand(
                        caller.account().toString(),
                        caller.name(),
                        entered.source(),
                        entered.sourceOn());
        sayings.add(
                List.of(
                        new Saying(
                                0,
                                version.code(),
                                version.id(),
                                entered.period(),
                                entered.value(),
                                List.of(),
                                List.of(),
                                clock.instant(),
                                hand)));
        audit.record(
                IndicatorAct.ENTERED,
                AuditSubject.of("indicator", version.code()),
                Map.of(
                        "period", entered.period().code(),
                        "value", entered.value().toPlainString()));
    }
}
