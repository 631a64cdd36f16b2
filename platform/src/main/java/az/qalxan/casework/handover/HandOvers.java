package az.qalxan.casework.handover;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseArticles;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseHead;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.TakenReports;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a hand-over; each and its audit record are one transaction. */
@Component
class HandOvers {

    private static final int DRAWS_MAX = 20;

    private final CaseDesk cases;
    private final CaseArticles articles;
    private final HandOverStore store;
    private final TakenReports reports;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random;
    private final Clock clock;

    HandOvers(
            CaseDesk cases,
            CaseArticles articles,
            HandOverStore store,
            TakenReports reports,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            SecureRandom random,
            Clock clock) {
        this.cases = cases;
        this.articles = articles;
        this.store = store;
        this.reports = reports;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /** What the sender writes. */
    record Words(String summary, String reason, String legalBasis) {}

    /** Offers a case to another body. */
    @Transactional
    public HandOverNumber offer(CaseHead head, BodyCode to, Words words, Caller caller) {
        if (store.of(head.number()).stream().anyMatch(one -> one instanceof HandOver.Offered)) {
            throw ProblemFound.of(HandOverProblem.OPEN);
        }
        Instant now = clock.instant();
        int year = now.atZone(jurisdiction.zone()).getYear();
        Statement statement =
                new Statement(
                        words.summary(),
                        articles.standing(head),
                        cases.reports(head),
                        words.reason(),
                        words.legalBasis());
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            HandOver.Terms terms =
                    new HandOver.Terms(
                            HandOverNumber.drawn(year, random),
                            head.number(),
                            head.body(),
                            to,
                            head.handling(),
                            now,
                            caller.name());
            if (store.offer(head, new HandOver.Offered(terms), statement)) {
                record(HandOverAct.OFFERED, terms);
                return terms.number();
            }
        }
        throw ProblemFound.of(HandOverProblem.OPEN);
    }

    /** Shows a hand-over; the view is recorded. */
    @Transactional
    public HandOver view(HandOverNumber number) {
        HandOver seen = find(number);
        record(HandOverAct.VIEWED, seen.terms());
        return seen;
    }

    private HandOver find(HandOverNumber number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The sender takes the offer back. */
    @Transactional
    public void withdraw(HandOverNumber number, Caller caller) {
        HandOver.Offered offer = offer(number, caller, true);
        HandOver.Withdrawn after = offer.withdraw(decision(caller));
        decided(store.decide(after.terms(), after.code(), after.decision(), ""));
        record(HandOverAct.WITHDRAWN, after.terms());
    }

    /** The receiver gives the case back with reasons. */
    @Transactional
    public void refuse(HandOverNumber number, String reasons, Caller caller) {
        HandOver.Offered offer = offer(number, caller, false);
        HandOver.Refused after = offer.refuse(decision(caller), reasons);
        decided(store.decide(after.terms(), after.code(), after.decision(), after.reasons()));
        record(HandOverAct.REFUSED, after.terms());
    }

    /** The receiver takes the case over under a lead of its own. */
    @Transactional
    public void accept(HandOverNumber number, Colleague lead, Caller caller) {
        HandOver.Offered offer = offer(number, caller, false);
        HandOver.Accepted after = offer.accept(decision(caller), lead.name());
        HandOverStore.Moved moved =
                store.accept(after, lead.account().toString())
                        .orElseThrow(() -> ProblemFound.of(HandOverProblem.DECIDED));
        HandOver.Terms terms = after.terms();
        record(HandOverAct.ACCEPTED, terms);
        reports.handedOver(moved.reports(), terms.to(), moved.secluded());
        events.publishEvent(
                new CaseHandedOver(
                        terms.caseNumber(),
                        terms.number().value(),
                        terms.from().value(),
                        terms.to().value(),
                        terms.offeredAt(),
                        after.decision().at(),
                        moved.secluded()));
    }

    /** The open offer of that number in which the caller's body has that side. */
    private HandOver.Offered offer(HandOverNumber number, Caller caller, boolean sender) {
        HandOver seen = find(number);
        BodyCode side = sender ? seen.terms().from() : seen.terms().to();
        if (!side.equals(caller.body())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (seen instanceof HandOver.Offered offer) {
            return offer;
        }
        throw ProblemFound.of(HandOverProblem.DECIDED);
    }

    private HandOver.Decision decision(Caller caller) {
        return new HandOver.Decision(caller.name(), clock.instant());
    }

    private static void decided(boolean inTime) {
        if (!inTime) {
            throw ProblemFound.of(HandOverProblem.DECIDED);
        }
    }

    private void record(HandOverAct act, HandOver.Terms terms) {
        audit.record(
                act,
                AuditSubject.of("hand-over", terms.number()),
                Map.of("from", terms.from().value(), "to", terms.to().value()));
        if (act != HandOverAct.VIEWED) {
            audit.record(act, AuditSubject.of("case", terms.caseNumber()));
        }
    }
}
