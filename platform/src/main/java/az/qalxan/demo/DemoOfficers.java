package az.qalxan.demo;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseOpening;
import az.qalxan.casework.CaseTask;
import az.qalxan.casework.Cases;
import az.qalxan.casework.Ending;
import az.qalxan.database.WorkTime;
import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the invented officers do with the reports of a day. They answer within hours or a day, take
 * most of a series into its case, open a case for some single reports and close the rest; the last
 * days they leave waiting for the person who looks at the demonstration.
 */
@Component
class DemoOfficers {

    static final Duration LEFT_WAITING = Duration.ofDays(3);
    private static final List<Duration> ANSWER_TIMES =
            List.of(
                    Duration.ofMinutes(40),
                    Duration.ofHours(3),
                    Duration.ofHours(9),
                    Duration.ofHours(26));
    private static final List<String> REASONS =
            List.of("no-offence", "not-cyber", "unverifiable", "duplicate", "unverifiable");
    private static final List<String> OUTCOMES =
            List.of(
                    "sent-to-court",
                    "terminated-no-offence",
                    "terminated-reconciled",
                    "sent-to-court",
                    "joined");
    private static final String ANSWER =
            "Müraciətiniz qeydə alındı və baxılır. Yeni məlumat olarsa, bu səhifədə yazın.";
    private static final String EXPLANATION = "Nümayiş üçün uydurulmuş qərar.";

    /** Of a hundred single reports, how many get a case of their own. */
    static final int SINGLE_CASES_PERCENT = 4;

    private static final int TASKS_EVERY_CASES = 8;

    /** Of a series' reports, every so many goes to another body, which works on it by itself. */
    private static final int HANDED_OVER_EVERY = 60;

    private static final String HANDED_OVER = "Dövlət qulluqçusuna qarşı yönəlib; sizə aiddir.";

    private final ReportDesk desk;
    private final Cases cases;
    private final DemoSeries series;
    private final DemoPeople people;
    private final DemoInvestigations investigations;
    private final Jurisdiction jurisdiction;

    DemoOfficers(
            ReportDesk desk,
            Cases cases,
            DemoSeries series,
            DemoPeople people,
            DemoInvestigations investigations,
            Jurisdiction jurisdiction) {
        this.desk = desk;
        this.cases = cases;
        this.series = series;
        this.people = people;
        this.investigations = investigations;
        this.jurisdiction = jurisdiction;
    }

    /** Plays one day, whose reports were received in the same transaction. */
    void work(List<SyntheticReport> day, List<Receipt> receipts, Instant evening, Instant now) {
        if (evening.plus(LEFT_WAITING).isAfter(now)) {
            return;
        }
        answer(day, receipts, evening);
        WorkTime.run(evening.plus(Duration.ofHours(30)), () -> decide(new Day(day, receipts, now)));
    }

    private void answer(List<SyntheticReport> day, List<Receipt> receipts, Instant evening) {
        for (int turn = 0; turn < ANSWER_TIMES.size(); turn++) {
            List<ReportId> answered = new ArrayList<>();
            for (int i = 0; i < day.size(); i++) {
                if (day.get(i).number() % ANSWER_TIMES.size() == turn) {
                    answered.add(receipts.get(i).id());
                }
            }
            if (!answered.isEmpty()) {
                WorkTime.run(
                        evening.plus(ANSWER_TIMES.get(turn)), () -> desk.answer(answered, ANSWER));
            }
        }
    }

    /**
     * A day that is decided on.
     *
     * @param now when it is played
     */
    private record Day(List<SyntheticReport> reports, List<Receipt> receipts, Instant now) {

        ReportId id(int place) {
            return receipts.get(place).id();
        }
    }

    private void decide(Day day) {
        Map<String, List<Integer>> ofSeries = new LinkedHashMap<>();
        Map<String, List<ReportId>> closed = new LinkedHashMap<>();
        for (int i = 0; i < day.reports().size(); i++) {
            SyntheticReport report = day.reports().get(i);
            String name = report.series();
            if (name != null && handedOver(report, day.id(i))) {
                open(
                        people.caller(Role.DUTY_OFFICER, "dtx"),
                        report,
                        List.of(day.id(i)),
                        day.now());
            } else if (name != null) {
                ofSeries.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            } else if (report.number() % 100 < SINGLE_CASES_PERCENT) {
                open(report, List.of(day.id(i)), day.now());
            } else {
                String reason = REASONS.get((int) (report.number() % REASONS.size()));
                closed.computeIfAbsent(reason, key -> new ArrayList<>()).add(day.id(i));
            }
        }
        ofSeries.forEach((name, places) -> take(name, places, day));
        closed.forEach((reason, reports) -> desk.close(reports, reason, EXPLANATION));
    }

    private boolean handedOver(SyntheticReport report, ReportId id) {
        return report.number() % HANDED_OVER_EVERY == 0
                && officer(report).body().equals(new BodyCode("din"))
                && desk.redirect(id, new BodyCode("dtx"), HANDED_OVER);
    }

    private void take(String name, List<Integer> places, Day day) {
        List<ReportId> reports = places.stream().map(day::id).toList();
        SyntheticReport first = day.reports().get(places.getFirst());
        series.caseOf(name)
                .ifPresentOrElse(
                        number -> cases.add(number, reports, officer(first)),
                        () -> series.keep(name, open(first, reports, day.now())));
    }

    private CaseNumber open(SyntheticReport report, List<ReportId> reports, Instant now) {
        return open(officer(report), report, reports, now);
    }

    private CaseNumber open(
            Caller officer, SyntheticReport report, List<ReportId> reports, Instant now) {
        CaseNumber number =
                cases.open(
                                new CaseOpening(
                                        title(report),
                                        officer.body(),
                                        Handling.AMBER,
                                        officer.name(),
                                        officer.account().toString(),
                                        reports))
                        .number();
        investigations.investigate(
                number, new DemoInvestigations.Found(report, reports, now), officer);
        if (report.series() == null && report.number() % 3 != 0) {
            String outcome = OUTCOMES.get((int) (report.number() / 100 % OUTCOMES.size()));
            Ending ending = new Ending(outcome, EXPLANATION);
            investigations.atLast(
                    report,
                    now,
                    () ->
                            cases.step(
                                    number, new Cases.Stepping(Cases.Step.CLOSE, ending), officer));
        }
        return number;
    }

    /**
     * Gives the investigator tasks in some of the series' cases, some due, some past their time.
     */
    void giveTasks(Instant now) {
        Caller officer = people.caller(Role.INVESTIGATOR, "din");
        int set = 0;
        for (CaseNumber number : series.some(TASKS_EVERY_CASES)) {
            Duration due = Duration.ofHours(20L * set - 30);
            cases.set(
                    number,
                    new CaseTask(
                            UUID.nameUUIDFromBytes(number.value().getBytes(StandardCharsets.UTF_8)),
                            number,
                            "",
                            set % 2 == 0
                                    ? "Bankdan köçürmə məlumatını istə"
                                    : "Operatordan abunəçi məlumatını istə",
                            set % 3 == 0 ? "ceiling" : "target",
                            now.plus(due),
                            officer.account().toString(),
                            officer.name(),
                            "open"),
                    officer);
            set++;
        }
    }

    private Caller officer(SyntheticReport report) {
        String body =
                jurisdiction.category(report.category()).map(Category::defaultBody).orElse("din");
        return body.equals("din")
                ? people.caller(Role.INVESTIGATOR, "din")
                : people.caller(Role.DUTY_OFFICER, "dtx");
    }

    private String title(SyntheticReport report) {
        String category =
                jurisdiction
                        .category(report.category())
                        .map(one -> one.title().az())
                        .orElse(report.category());
        return jurisdiction
                .region(report.region())
                .map(region -> category + " · " + region.name().az())
                .orElse(category);
    }
}
