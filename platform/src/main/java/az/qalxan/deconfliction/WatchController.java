package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Watch lists to look at: the list, one entry, the file. */
@Controller
class WatchController {

    private static final int ROWS = 50;
    private static final int FILE_ROWS_MAX = 10_000;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Watches watches;
    private final WatchPages pages;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    WatchController(
            Watches watches,
            WatchPages pages,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.watches = watches;
        this.pages = pages;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /** The filters of the address; what is absent lets everything through. */
    record Asked(
            @Nullable String show,
            @Nullable String mine,
            @Nullable String body,
            @Nullable String ground,
            @Nullable String q,
            @Nullable UUID after) {

        WatchFilter filter() {
            return new WatchFilter(
                    WatchFilter.Show.of(text(show)),
                    "1".equals(mine),
                    text(body),
                    text(ground),
                    text(q),
                    after);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @Requires("deconfliction:read")
    @GetMapping("/watch")
    String list(@ModelAttribute Asked asked, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        WatchFilter filter = asked.filter();
        List<Watch> found = watches.page(caller, filter, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Watch> shown = more ? found.subList(0, ROWS) : found;
        String next = more ? filter.next(shown.getLast().id()) : "";
        model.addAttribute("page", pages.list(caller, shown, new WatchPages.Around(filter, next)));
        return "deconfliction/watches";
    }

    /** The same list for a spreadsheet; the export is recorded. */
    @Requires("deconfliction:export")
    @GetMapping("/watch.csv")
    @Transactional
    public ResponseEntity<String> csv(@ModelAttribute Asked asked, HttpServletRequest request) {
        List<Watch> found = watches.page(callers.require(), asked.filter(), FILE_ROWS_MAX);
        audit.record(
                DeconflictionAct.WATCHES_EXPORTED,
                AuditSubject.of("watch-list", callers.require().body()),
                Map.of("results", String.valueOf(found.size())));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-watch.csv\"")
                .body(file(found, frames.of(request).text()));
    }

    private String file(List<Watch> watches, Text text) {
        StringBuilder out = new StringBuilder();
        List<String> columns =
                List.of(
                        "kind",
                        "identifier",
                        "body",
                        "owner",
                        "ground",
                        "purpose",
                        "handling",
                        "made_at",
                        "until",
                        "state");
        try (CsvDownload csv = new CsvDownload(out, columns)) {
            for (Watch one : watches) {
                csv.row(
                        List.of(
                                one.kind(),
                                one.value(),
                                pages.body(one.body(), text),
                                one.owner(),
                                pages.ground(one, text),
                                one.purpose(),
                                one.handling().label(),
                                one.createdAt().toString(),
                                one.until().toString(),
                                text.of("watch.state." + one.state().code())));
            }
        }
        return out.toString();
    }

    @Requires("deconfliction:read")
    @GetMapping("/watch/{id}")
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(callers.require(), id, frames.of(request).text()));
        return "deconfliction/watch";
    }
}
