package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases to look at: the list and one case. */
@Controller
@RequestMapping("/cases")
class CaseController {

    private static final int ROWS = 100;
    private static final int WORDS_MAX = 200;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Cases cases;
    private final CaseDesk desk;
    private final CaseStore store;
    private final HeldReports held;
    private final CasePages pages;
    private final CaseElsewhere elsewhere;
    private final ReportLists lists;
    private final AuditLog audit;
    private final CurrentCaller callers;

    CaseController(
            Cases cases,
            CaseDesk desk,
            CaseStore store,
            HeldReports held,
            CasePages pages,
            CaseElsewhere elsewhere,
            ReportLists lists,
            AuditLog audit,
            CurrentCaller callers) {
        this.cases = cases;
        this.desk = desk;
        this.store = store;
        this.held = held;
        this.pages = pages;
        this.elsewhere = elsewhere;
        this.lists = lists;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * The list of cases.
     *
     * @param next the moment before which the next page starts; empty on the last one
     */
    record ListPage(
            List<CaseFile> cases,
            String state,
            String words,
            boolean mine,
            @Nullable Instant next) {

        ListPage {
            cases = List.copyOf(cases);
        }
    }

    @Requires("casework:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String mine,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Caller caller = callers.require();
        String asked = words.strip().substring(0, Math.min(words.strip().length(), WORDS_MAX));
        CaseStore.Filter filter =
                new CaseStore.Filter(
                        state.equals("all") ? "" : state,
                        asked,
                        mine.isEmpty() ? "" : caller.account().toString());
        List<CaseFile> found = store.page(filter, instant(before), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<CaseFile> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page",
                new ListPage(
                        shown,
                        state,
                        asked,
                        !mine.isEmpty(),
                        more ? shown.getLast().head().openedAt() : null));
        return "casework/cases";
    }

    private static @Nullable Instant instant(String before) {
        try {
            return before.isEmpty() ? null : Instant.parse(before);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A case that went to another body leads to what is left of it here. */
    @Requires("casework:read")
    @GetMapping("/{number}")
    @Transactional
    public String page(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseNumber asked = CaseDesk.number(number);
        if (desk.find(asked).isEmpty()) {
            return elsewhere
                    .place(asked)
                    .map(place -> "redirect:" + place)
                    .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        }
        CaseFile file = cases.view(asked);
        model.addAttribute("page", pages.first(file, request));
        return "casework/case";
    }

    @Requires("casework:read")
    @GetMapping("/{number}/reports")
    @Transactional
    public String reports(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int skip,
            HttpServletRequest request,
            Model model) {
        CaseFile file = cases.view(CaseDesk.number(number));
        model.addAttribute("page", pages.reports(file, Math.max(0, skip), request));
        return "casework/reports";
    }

    @Requires("casework:read")
    @GetMapping("/{number}/history")
    @Transactional
    public String history(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseFile file = cases.view(CaseDesk.number(number));
        model.addAttribute("page", pages.history(file, request));
        return "casework/history";
    }

    /** The reports of a case for a spreadsheet; the export is recorded. */
    @Requires("casework:read")
    @GetMapping("/{number}/reports.csv")
    @Transactional
    public ResponseEntity<String> csv(@PathVariable String number) {
        CaseHead head = desk.require(number);
        audit.record(CaseworkAct.EXPORTED, AuditSubject.of("case", head.number()));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "reference",
                                "reported_at",
                                "category",
                                "region",
                                "channel",
                                "loss",
                                "currency",
                                "handling",
                                "excerpt"))) {
            reports(head).forEach(row -> csv.row(cells(row, head)));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + head.number() + ".csv\"")
                .body(out.toString());
    }

    private static List<@Nullable Object> cells(ReportRow row, CaseHead head) {
        var loss = row.loss();
        return Arrays.asList(
                row.reference().value(),
                row.reportedAt().toString(),
                row.category(),
                row.region(),
                row.channel(),
                loss == null ? null : loss.amount(),
                loss == null ? null : loss.currency(),
                head.handling().label(),
                row.excerpt());
    }

    private List<ReportRow> reports(CaseHead head) {
        return lists.of(
                held.of(head, 0, HeldReports.ROWS_MAX).stream().map(HeldReport::report).toList());
    }
}
