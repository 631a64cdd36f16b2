package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportShares;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a body learns of other bodies' holdings: the list, one hit, the hits of a report. */
@Controller
@RequestMapping("/hits")
class HitController {

    private static final int ROWS = 50;

    private final Hits hits;
    private final HitPages pages;
    private final ReportShares shares;
    private final CurrentCaller callers;
    private final PageFrames frames;

    HitController(
            Hits hits,
            HitPages pages,
            ReportShares shares,
            CurrentCaller callers,
            PageFrames frames) {
        this.hits = hits;
        this.pages = pages;
        this.shares = shares;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * A list of hits.
     *
     * @param names short names by body
     * @param next the address of the next page; empty on the last
     */
    record ListPage(List<HitRow> rows, HitFilter filter, Map<String, String> names, String next) {

        ListPage {
            rows = List.copyOf(rows);
        }

        String name(HitRow row) {
            return names.getOrDefault(row.other(), row.other());
        }
    }

    @Requires("deconfliction:read")
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "body", defaultValue = "") String other,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Caller caller = callers.require();
        HitFilter filter = HitFilter.of(show, other, words, after);
        List<HitRow> found = hits.page(caller, filter, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<HitRow> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page", new ListPage(shown, filter, pages.names(), next(more, shown, filter)));
        return "deconfliction/hits";
    }

    private static String next(boolean more, List<HitRow> shown, HitFilter filter) {
        return more
                ? filter.next(new HitFilter.Place(shown.getLast().newest(), shown.getLast().id()))
                : "";
    }

    @Requires("deconfliction:read")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(callers.require(), id, frames.of(request).text()));
        return "deconfliction/hit";
    }

    /**
     * The hits of a report as a part of its page; for a report that is read by consent, whose it
     * is.
     *
     * @param consent null for an own report
     */
    record OfReport(
            UUID report,
            List<HitRow> rows,
            Map<String, String> names,
            ReportShares.@Nullable Consent consent) {

        OfReport {
            rows = List.copyOf(rows);
        }

        String name(String body) {
            return names.getOrDefault(body, body);
        }
    }

    /** Answers alike for a report without hits, a hidden one, and none. */
    @Requires("deconfliction:read")
    @GetMapping("/of/{report}")
    String ofReport(
            @PathVariable UUID report,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        Optional<ReportShares.Consent> consent = shares.consentFor(new ReportId(report));
        model.addAttribute(
                "page",
                new OfReport(
                        report,
                        hits.ofRecord(callers.require(), report),
                        pages.names(),
                        consent.orElse(null)));
        return part == null ? "deconfliction/ofreportpage" : "deconfliction/ofreport";
    }

    /** Says that the own body holds the identifier, though its records are hidden. */
    @Requires("deconfliction:decide")
    @PostMapping("/{id}/disclose")
    String disclose(@PathVariable UUID id) {
        hits.disclose(callers.require(), id);
        return "redirect:/hits/" + id;
    }

    @Requires("deconfliction:create")
    @PostMapping("/{id}/aside")
    String aside(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean aside) {
        hits.setAside(callers.require(), id, aside);
        return "redirect:/hits/" + id;
    }
}
