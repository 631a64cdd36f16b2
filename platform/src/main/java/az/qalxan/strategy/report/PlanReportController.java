package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.ReportPeriod;
import az.qalxan.strategy.report.PlanReportPage.Line;
import az.qalxan.strategy.report.PlanReportPage.Listed;
import az.qalxan.strategy.report.PlanReportPage.One;
import az.qalxan.strategy.report.PlanReportPage.Scope;
import az.qalxan.strategy.report.PlanReportPage.Signed;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports on the plan as pages and files. */
@Controller
class PlanReportController {

    private static final String READ = "strategy:read";
    private static final String EXPORT = "strategy:export";
    private static final int PERIODS = 8;

    private final Reports reports;
    private final ReportRights rights;
    private final Plans plans;
    private final Directory directory;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final LocalDates dates;

    /** The country's day. */
    record LocalDates(Jurisdiction jurisdiction, Clock clock) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        }
    }

    PlanReportController(
            Reports reports,
            ReportRights rights,
            Plans plans,
            Directory directory,
            CurrentCaller callers,
            PageFrames frames,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.reports = reports;
        this.rights = rights;
        this.plans = plans;
        this.directory = directory;
        this.callers = callers;
        this.frames = frames;
        this.dates = new LocalDates(jurisdiction, clock);
    }

    @Requires(READ)
    @GetMapping("/strategy/reports")
    String list(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        List<Line> lines =
                reports.issued().stream()
                        .map(one -> {
                            PlanReportView view =
                                    new PlanReportView(reports.content(one), text, one);
                            return new Line(one, view.title(), view.scope(), issuer(one));
                        })
                        .toList();
        ReportPeriod last = ReportPeriod.lastBefore(dates.today());
        model.addAttribute("page", new Listed(lines, periods(last), scopes(text), last.code()));
        return "strategy/report/list";
    }

    private String issuer(IssuedReport report) {
        return directory
                .organisation(new BodyCode(report.issuer()))
                .map(Organisation::acronym)
                .orElse(report.issuer());
    }

    /** The last quarters and years, the newest first; the running ones can be looked at too. */
    private static List<String> periods(ReportPeriod last) {
        List<String> periods = new ArrayList<>();
        ReportPeriod running =
                last.quarter() == 4
                        ? new ReportPeriod(last.year() + 1, 1)
                        : new ReportPeriod(last.year(), last.quarter() + 1);
        ReportPeriod quarter = running;
        for (int i = 0; i < PERIODS; i++) {
            periods.add(quarter.code());
            quarter = quarter.before();
        }
        ReportPeriod year = new ReportPeriod(running.year(), 0);
        for (int i = 0; i < PERIODS / 2; i++) {
            periods.add(year.code());
            year = year.before();
        }
        return periods;
    }

    private List<Scope> scopes(Text text) {
        Map<String, String> names = new TreeMap<>();
        plans.current()
                .ifPresent(plan ->
                        plan.measures().stream()
                                .flatMap(one -> one.bodies().stream())
                                .forEach(one -> name(one, text, names)));
        return names.entrySet().stream()
                .map(one -> new Scope(one.getKey(), one.getValue()))
                .toList();
    }

    private static void name(PlanBody body, Text text, Map<String, String> names) {
        BodyCode code = body.body();
        if (code != null) {
            names.putIfAbsent(
                    code.value(), body.current() + " · " + body.name().in(text.language().code()));
        }
    }

    @Requires(READ)
    @GetMapping("/strategy/reports/draft")
    String draft(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            Model model) {
        ReportKey key = key(period, body);
        PlanReportContent content = reports.draft(key).orElseThrow(PlanReportController::notFound);
        PlanReportView view = new PlanReportView(content, frames.of(request).text(), null);
        Caller caller = callers.require();
        model.addAttribute(
                "page",
                new One(
                        view,
                        key,
                        content.head().over() && rights.mayIssue(caller, key),
                        reports.newest(key).orElse(null),
                        List.of()));
        return "strategy/report/page";
    }

    @Requires(EXPORT)
    @GetMapping("/strategy/reports/draft.pdf")
    ResponseEntity<byte[]> draftFile(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        return file(
                reports.file(key(period, body), frames.of(request).text().language(), true)
                        .orElseThrow(PlanReportController::notFound));
    }

    @Requires("strategy:update")
    @PostMapping("/strategy/reports")
    String issue(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String reason) {
        ReportKey key = key(period, body);
        Caller caller = callers.require();
        if (!rights.mayIssue(caller, key)) {
            throw ProblemFound.of(ReportProblem.NOT_YOURS);
        }
        IssuedReport issued =
                reports.issue(
                        key, reason, new Reports.Issuer(caller.name(), caller.body().value()));
        return "redirect:/strategy/reports/" + issued.number();
    }

    @Requires(READ)
    @GetMapping("/strategy/reports/{number:[0-9]{1,9}}")
    String issued(@PathVariable long number, HttpServletRequest request, Model model) {
        IssuedReport report = reports.find(number).orElseThrow(PlanReportController::notFound);
        PlanReportView view =
                new PlanReportView(reports.content(report), frames.of(request).text(), report);
        List<Signed> signed =
                Arrays.stream(Language.values())
                        .flatMap(language ->
                                reports.signed(report, language).stream()
                                        .map(one -> signed(language, one)))
                        .toList();
        model.addAttribute(
                "page",
                new One(
                        view,
                        report.key(),
                        false,
                        reports.newest(report.key()).orElse(null),
                        signed));
        return "strategy/report/page";
    }

    private static Signed signed(Language language, PlanReportStore.Print one) {
        return new Signed(
                language.code(), one.sha256(), one.signer(), one.fingerprint(), one.trial());
    }

    @Requires(EXPORT)
    @GetMapping("/strategy/reports/{number:[0-9]{1,9}}/{language:az|en}.pdf")
    ResponseEntity<byte[]> issuedFile(@PathVariable long number, @PathVariable String language) {
        IssuedReport report = reports.find(number).orElseThrow(PlanReportController::notFound);
        return file(reports.file(report, Language.of(language)));
    }

    @Requires(EXPORT)
    @GetMapping("/strategy/reports/{number:[0-9]{1,9}}.json")
    ResponseEntity<String> issuedData(@PathVariable long number) {
        IssuedReport report = reports.find(number).orElseThrow(PlanReportController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-plan-report-" + number + ".json\"")
                .body(reports.data(report));
    }

    private static ReportKey key(String period, String body) {
        ReportPeriod read = ReportPeriod.read(period).orElseThrow(PlanReportController::notFound);
        if (body.isEmpty()) {
            return new ReportKey(read, null);
        }
        if (!body.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw notFound();
        }
        return new ReportKey(read, new BodyCode(body));
    }

    private static ResponseEntity<byte[]> file(Reports.ReportFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .body(file.pdf());
    }

    private static ProblemFound notFound() {
        return ProblemFound.of(WebProblem.NOT_FOUND);
    }
}
