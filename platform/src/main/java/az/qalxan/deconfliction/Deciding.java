package az.qalxan.deconfliction;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportShares;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner does with a question: consents, refuses, withdraws the consent. */
@Component
class Deciding {

    private final HitStore hits;
    private final AskStore asks;
    private final ReportShares shares;
    private final RuleBook book;
    private final Entered entered;
    private final AuditLog audit;
    private final Clock clock;
    private final Jurisdiction jurisdiction;

    Deciding(
            HitStore hits,
            AskStore asks,
            ReportShares shares,
            RuleBook book,
            Entered entered,
            AuditLog audit,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.hits = hits;
        this.asks = asks;
        this.shares = shares;
        this.book = book;
        this.entered = entered;
        this.audit = audit;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
    }

    /**
     * What the owner shows.
     *
     * @param reports whole records; may be empty
     * @param statement words instead of or beside them; may be empty
     * @param until the last day on which it may be read, ISO 8601
     */
    record Answer(List<UUID> reports, String statement, String until) {

        Answer {
            reports = List.copyOf(reports);
        }
    }

    @Transactional
    UUID consent(Caller caller, UUID id, Answer answer) {
        Ask ask = own(caller, id);
        if (!(ask.state() instanceof Disclosure.Asked asked)) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        Entered.Check check = new Entered.Check();
        int daysMax = book.rules().consentDaysMax();
        @Nullable LocalDate last = entered.day(check, "until", answer.until(), daysMax);
        List<ReportId> chosen = chosen(check, caller, ask, answer);
        String statement =
                answer.statement().isBlank()
                        ? ""
                        : entered.words(check, "statement", answer.statement());
        if (chosen.isEmpty() && statement.isEmpty()) {
            check.wrong("reports", "hit.wrong.nothing");
        }
        check.pass();
        if (last == null) {
            throw new IllegalStateException("a day passed the check and is missing");
        }
        Instant until = last.plusDays(1).atStartOfDay(jurisdiction.zone()).toInstant();
        keep(caller, ask, asked.consent(until), chosen);
        if (!statement.isEmpty()) {
            asks.state(id, statement);
        }
        return ask.hit();
    }

    /** Of the reports chosen, those that stand behind the hit; others may not even be named. */
    private List<ReportId> chosen(Entered.Check check, Caller caller, Ask ask, Answer answer) {
        Set<UUID> offered =
                hits.own(caller.body().value(), ask.hit()).stream()
                        .filter(one -> one.kind() == Holding.Kind.REPORT && !one.hidden())
                        .map(HitStore.Own::id)
                        .collect(Collectors.toSet());
        if (!offered.containsAll(answer.reports())) {
            check.wrong("reports", "hit.wrong.report");
        }
        if (answer.reports().size() > ReportShares.REPORTS_MAX) {
            check.wrong(
                    "reports", "hit.wrong.many", answer.reports().size(), ReportShares.REPORTS_MAX);
        }
        return answer.reports().stream().distinct().map(ReportId::new).toList();
    }

    private void keep(Caller caller, Ask ask, Disclosure.Consented consent, List<ReportId> chosen) {
        AskStore.Decision decision = new AskStore.Decision(caller.name(), clock.instant(), "");
        if (!asks.consent(ask, consent, decision)) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        List<ReportId> given =
                shares.give(
                        chosen,
                        new ReportShares.Terms(
                                ask.id(),
                                new BodyCode(ask.asking()),
                                ask.purpose(),
                                consent.until()));
        if (given.size() != chosen.size()) {
            throw ProblemFound.of(DeconflictionProblem.REPORT_STAYS);
        }
        hits.disclose(ask.hit(), caller.body().value());
        note(caller, ask, "consented", "");
        audit.record(
                DeconflictionAct.CONSENTED,
                AuditSubject.of("ask", ask.id()),
                new AuditLog.Concern(
                        ask.asking(),
                        Map.of(
                                "hit", ask.hit().toString(),
                                "results", String.valueOf(given.size()))));
    }

    @Transactional
    UUID refuse(Caller caller, UUID id, String reason) {
        Ask ask = own(caller, id);
        String words = entered.words("reason", reason);
        AskStore.Decision decision = new AskStore.Decision(caller.name(), clock.instant(), words);
        if (!(ask.state() instanceof Disclosure.Asked asked)
                || !asks.refuse(ask, asked.refuse(), decision)) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        note(caller, ask, "refused", words);
        audit.record(
                DeconflictionAct.REFUSED,
                AuditSubject.of("ask", id),
                new AuditLog.Concern(
                        ask.asking(), Map.of("hit", ask.hit().toString(), "reason", words)));
        return ask.hit();
    }

    /** Withdraws a consent; what it opened is closed at once. */
    @Transactional
    UUID withdraw(Caller caller, UUID id) {
        Ask ask = own(caller, id);
        if (!(ask.state() instanceof Disclosure.Consented consented)
                || !asks.end(ask, consented.withdraw(), clock.instant())) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        shares.end(List.of(id));
        note(caller, ask, "consent-withdrawn", "");
        audit.record(
                DeconflictionAct.CONSENT_ENDED,
                AuditSubject.of("ask", id),
                new AuditLog.Concern(ask.asking(), Map.of("reason", "withdrawn")));
        return ask.hit();
    }

    private Ask own(Caller caller, UUID id) {
        return asks.find(id)
                .filter(ask -> ask.owner().equals(caller.body().value()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private void note(Caller caller, Ask ask, String kind, String detail) {
        asks.note(
                ask.hit(),
                new AskStore.Happening(
                        clock.instant(), kind, caller.body().value(), caller.name(), detail),
                "");
    }
}
