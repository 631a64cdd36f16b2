package az.qalxan.casework;

import az.qalxan.access.CurrentCaller;
import az.qalxan.reporting.ReportSearch;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's own tasks, and the search field of every page. */
@Controller
class WorkController {

    private final CaseContents contents;
    private final ReportSearch search;
    private final ReportPages pages;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    WorkController(
            CaseContents contents,
            ReportSearch search,
            ReportPages pages,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.contents = contents;
        this.search = search;
        this.pages = pages;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /** The caller's open tasks. */
    record TasksPage(List<CaseTask> tasks, Instant now) {

        TasksPage {
            tasks = List.copyOf(tasks);
        }
    }

    /** What was asked, how it was understood, what was found. */
    record SearchPage(String query, String how, List<TriagePage.Row> rows) {

        SearchPage {
            rows = List.copyOf(rows);
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

    /** A case's number leads straight to the case; everything else searches the reports. */
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
        ReportSearch.Found found = search.search(asked);
        model.addAttribute(
                "page",
                new SearchPage(
                        asked,
                        found.how(),
                        found.reports().stream().map(row -> pages.row(row, text)).toList()));
        return "casework/search";
    }
}
