package az.qalxan.demo;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.OffenceDesk;
import az.qalxan.casework.PartyDesk;
import az.qalxan.database.WorkTime;
import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.reporting.ReportId;
import az.qalxan.statistics.BorderDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the invented officers find out about a case: articles, some of them replaced weeks later by
 * others from the first day on, victims, accused people, whether it crosses a border.
 */
@Component
class DemoInvestigations {

    /** Of so many cases one gets no article, one another article later, one an accused person. */
    private static final int WITHOUT_ARTICLE_EVERY = 9;

    private static final int REQUALIFIED_EVERY = 4;
    private static final int ACCUSED_EVERY = 3;
    private static final int BORDER_EVERY = 5;
    private static final Duration LATER = Duration.ofDays(24);
    private static final String REASON = "Nümayiş üçün uydurulmuş qərar.";
    private static final String OTHER_ARTICLE = "177.2.3-1";
    private static final int VICTIMS_MAX = 3;
    private static final int WORKED_DAYS = 90;

    private final OffenceDesk offences;
    private final PartyDesk parties;
    private final BorderDesk borders;
    private final CaseDesk cases;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    DemoInvestigations(
            OffenceDesk offences,
            PartyDesk parties,
            BorderDesk borders,
            CaseDesk cases,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.offences = offences;
        this.parties = parties;
        this.borders = borders;
        this.cases = cases;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /**
     * What a case was opened with.
     *
     * @param now when it is played: nothing is recorded later than that
     */
    record Found(SyntheticReport report, List<ReportId> reports, Instant now) {}

    /** Investigates a case that was opened just now. */
    void investigate(CaseNumber number, Found found, Caller officer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        long turn = found.report().number() / 7;
        for (ReportId one : found.reports().stream().limit(VICTIMS_MAX).toList()) {
            if (!parties.enterVictim(number, one, officer)) {
                parties.enter(number, person("victim"), officer);
            }
        }
        if (turn % WITHOUT_ARTICLE_EVERY != 0) {
            qualify(number, found, today, officer);
        }
        if (turn % ACCUSED_EVERY == 0) {
            parties.enter(number, person("accused"), officer);
        }
        if (turn % 2 == 0) {
            borders.tell(
                    cases.require(number.value()),
                    new BorderDesk.Answer(turn % BORDER_EVERY < 2 ? "yes" : "no", today, REASON),
                    officer);
        }
    }

    private static PartyDesk.Person person(String status) {
        return new PartyDesk.Person("Uydurma Şəxs", REASON, status, REASON);
    }

    /**
     * Does the last step of a case after some weeks, when they are over; at once when they are not.
     */
    void atLast(SyntheticReport report, Instant now, Runnable step) {
        Instant end = clock.instant().plus(Duration.ofDays(5 + report.number() / 7 % WORKED_DAYS));
        WorkTime.run(end.isBefore(now) ? end : clock.instant(), step);
    }

    private void qualify(CaseNumber number, Found found, LocalDate today, Caller officer) {
        SyntheticReport report = found.report();
        String article =
                jurisdiction.category(report.category()).map(Category::offences).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(OffenceHint::article)
                        .orElse("");
        if (article.isEmpty()) {
            return;
        }
        offences.qualify(number, new OffenceDesk.Step(article, "", today, REASON), officer);
        Instant later = clock.instant().plus(LATER);
        if (report.number() / 7 % REQUALIFIED_EVERY == 1
                && !article.equals(OTHER_ARTICLE)
                && later.isBefore(found.now())) {
            WorkTime.run(
                    later,
                    () ->
                            offences.qualify(
                                    number,
                                    new OffenceDesk.Step(OTHER_ARTICLE, article, today, REASON),
                                    officer));
        }
    }
}
