package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One series: its reports, why they belong together, and what people decided. */
@Controller
@RequestMapping("/series")
class SeriesController {

    /** Members of the section on a report's page. */
    private static final int SECTION_ROWS = 6;

    private final SeriesDesk desk;
    private final SeriesOpening opening;
    private final ComparePages compare;
    private final PageFrames frames;

    SeriesController(
            SeriesDesk desk, SeriesOpening opening, ComparePages compare, PageFrames frames) {
        this.desk = desk;
        this.opening = opening;
        this.compare = compare;
        this.frames = frames;
    }

    /** Any member's number leads to the series, and from there to the address with its own. */
    @Requires("series:read")
    @GetMapping("/{number}")
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String members,
            HttpServletRequest request,
            Model model) {
        Text text = frames.of(request).text();
        int most = members.equals("all") ? SeriesDesk.MEMBERS_MAX : SeriesPage.SHOWN_MAX;
        Optional<SeriesPage> found =
                SeriesNumber.read(number).flatMap(read -> opening.page(read, most, text));
        SeriesPage page = found.orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!page.series().number().value().equals(number)) {
            return "redirect:/series/" + page.series().number();
        }
        model.addAttribute("page", page);
        return "series/page";
    }

    /**
     * The section on a report's page; loaded by itself, so that the report does not wait for it.
     */
    @Requires("series:read")
    @GetMapping("/of/{report}")
    String section(@PathVariable UUID report, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        model.addAttribute("report", report);
        ReportSection section = opening.section(new ReportId(report), SECTION_ROWS, text);
        model.addAttribute("page", section.series());
        model.addAttribute("alike", section.alike());
        return "series/section";
    }

    /** Two reports side by side. */
    @Requires("series:read")
    @GetMapping("/compare")
    String compare(
            @RequestParam UUID one,
            @RequestParam UUID other,
            HttpServletRequest request,
            Model model) {
        Text text = frames.of(request).text();
        model.addAttribute(
                "page",
                compare.of(new ReportId(one), new ReportId(other), text)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
        return "series/compare";
    }

    @Requires("series:decide")
    @PostMapping("/decisions")
    String decide(
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam String verdict,
            @RequestParam String reason) {
        String words = EnteredReason.of(reason);
        ReportId first = new ReportId(one);
        ReportId second = new ReportId(other);
        SeriesDesk.Deciding outcome =
                verdict.equals(LinkStanding.CONFIRMED.code())
                        ? desk.confirm(first, second, words)
                        : desk.reject(first, second, words);
        if (outcome instanceof SeriesDesk.Deciding.Absent) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/series/compare?one=" + one + "&other=" + other;
    }

    @Requires("series:decide")
    @PostMapping("/decisions/{id}/undo")
    String undo(@PathVariable UUID id, @RequestParam String reason) {
        String words = EnteredReason.of(reason);
        Optional<SeriesDecision> known = desk.decision(id);
        if (desk.undo(id, words) instanceof SeriesDesk.Deciding.Absent) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return known.map(one ->
                        "redirect:/series/compare?one=" + one.one() + "&other=" + one.other())
                .orElse("redirect:/series");
    }
}
