package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a body says of a warning that it got: it looked at it, it took it on. */
@Component
class WarningReceipts {

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final AuditLog audit;
    private final Clock clock;

    WarningReceipts(
            WarningStore store, WarningDeliveryStore deliveries, AuditLog audit, Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes that somebody who may answer for the body looked at it; that is no answer. */
    void opened(Warning warning, Caller caller) {
        deliveries
                .at(warning.id(), caller.body().value())
                .ifPresent(one -> deliveries.opened(one.id(), clock.instant()));
    }

    /** Somebody takes the warning on for the body. */
    @Transactional
    public void acknowledge(Caller caller, String number, String words) {
        Warning warning =
                store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        WarningDelivery delivery =
                deliveries
                        .at(warning.id(), caller.body().value())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        boolean first =
                deliveries.acknowledge(
                        delivery.id(),
                        caller.name(),
                        WarningRelease.bounded(words),
                        clock.instant());
        if (!first) {
            throw ProblemFound.of(WarningProblem.ACKNOWLEDGED);
        }
        audit.record(
                WarningAct.ACKNOWLEDGED,
                AuditSubject.of(WarningDesk.SUBJECT, number),
                new AuditLog.Concern(warning.body(), Map.of("body", delivery.toBody())));
    }
}
