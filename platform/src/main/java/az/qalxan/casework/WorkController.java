package az.qalxan.casework;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Right;
import az.qalxan.reporting.ReportSearch;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's own tasks, and the search field of every page. */
@Controller
class WorkController {

    private static final int CASES_MAX = 10;
    private static final int CASE_WORDS_MIN = 3;

    private final CaseContents contents;
    private final ReportSearch search;
    private final ReportPages pages;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;
    private final CaseStore cases;
    private final KeptSearches kept;
    private final AccessPolicy policy;

    WorkController(
            CaseContents contents,
            ReportSearch search,
            ReportPages pages,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock,
            CaseStore cases,
            KeptSearches kept,
            AccessPolicy policy) {
        this.contents = contents;
        this.search = search;
        this.pages = pages;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
        this.cases = cases;
        this.kept = kept;
        this.policy = policy;
    }

    /** The caller's open tasks. */
    record TasksPage(List<CaseTask> tasks, Instant now) {

        TasksPage {
            tasks = List.copyOf(tasks);
        }
    }

    /** A report that was found, and why. */
    record FoundReport(TriagePage.Row row, String how, String matched) {}

    /** What was asked and what was found; searches that the caller keeps. */
    record SearchPage(
            String query,
            List<FoundReport> reports,
            List<CaseHead> cases,
            List<String> kept,
            boolean keepable) {

        SearchPage {
            reports = List.copyOf(reports);
            cases = List.copyOf(cases);
            kept = List.copyOf(kept);
        }
    }

    @Requires("casework:read")
    @GetMapping("/tasks")
    @Transactional(readOnly = true)
    public String tasks(Model model) {
        List<CaseTask> own = contents.openTasksOf(callers.require().account().toString());
        model.addAttribute("page", new TasksPage(own, clock.instant()));
        return "casework/tasks";
    }

    /** A case's number leads straight to the case; everything else searches reports and cases. */
    @Requires("reporting:read")
    @GetMapping("/search")
    String search(
            @RequestParam(name = "q", defaultValue = "") String query,
            HttpServletRequest request,
            Model model) {
        String asked = query.strip();
        if (CaseNumber.fits(asked)) {
            return "redirect:/cases/" + asked;
        }
        Text text = frames.of(request).text();
        List<FoundReport> found =
                search.search(asked).hits().stream()
                        .map(hit ->
                                new FoundReport(
                                        pages.row(hit.report(), text), hit.how(), hit.matched()))
                        .toList();
        List<String> own = kept.own();
        model.addAttribute(
                "page",
                new SearchPage(
                        asked, found, cases(asked), own, !asked.isEmpty() && !own.contains(asked)));
        return "casework/search";
    }

    private List<CaseHead> cases(String asked) {
        if (asked.length() < CASE_WORDS_MIN
                || !policy.permits(callers.require(), Right.parse("casework:read"))) {
            return List.of();
        }
        return cases.page(new CaseStore.Filter("", asked, ""), null, CASES_MAX).stream()
                .map(CaseFile::head)
                .toList();
    }

    /** Keeps a search, or forgets one that is kept. */
    @Requires("reporting:read")
    @PostMapping("/search/keep")
    String keep(@RequestParam String query, @RequestParam(defaultValue = "false") boolean drop) {
        String asked = query.strip();
        if (asked.isEmpty() || asked.length() > ReportSearch.QUERY_CHARS_MAX) {
            throw EnteredText.wrong("query", "search.wrong.query", ReportSearch.QUERY_CHARS_MAX);
        }
        if (drop) {
            kept.drop(asked);
        } else {
            kept.keep(asked);
        }
        return "redirect:/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }
}
