package az.qalxan.monitoring;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Findings as they come, one of them, the file; saying that some are none. */
@Controller
@RequestMapping("/monitoring")
class FindingController {

    private static final int ROWS = 50;
    private static final int FILE_ROWS_MAX = 10_000;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final FindingDesk desk;
    private final EventDesk events;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;

    FindingController(
            FindingDesk desk,
            EventDesk events,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.events = events;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
    }

    /** The filters of the address; what is absent lets everything through. */
    record Asked(
            @Nullable String show,
            @Nullable String level,
            @Nullable String body,
            @Nullable String rule,
            @Nullable UUID source,
            @Nullable String entity,
            @Nullable UUID before,
            @Nullable UUID after) {

        FindingFilter filter() {
            return new FindingFilter(
                    FindingFilter.Show.of(SourceForm.text(show)),
                    SourceForm.text(level),
                    SourceForm.text(body),
                    SourceForm.text(rule),
                    source,
                    SourceForm.text(entity),
                    before,
                    after);
        }
    }

    /**
     * A line of the list.
     *
     * @param body short name of the body whose finding it is
     */
    record Line(FindingStore.Row row, String body) {

        KeptFinding finding() {
            return row.finding();
        }
    }

    /**
     * The list.
     *
     * @param newest where the live part goes on from
     * @param next the address of the next page; empty on the last
     * @param foreign whether another body's findings are among them
     */
    record ListPage(
            FindingFilter filter,
            List<Line> lines,
            UUID newest,
            String next,
            List<FindingStore.Noisy> noisy,
            boolean foreign) {

        ListPage {
            lines = List.copyOf(lines);
            noisy = List.copyOf(noisy);
        }

        /** Where what comes later is asked for. */
        String live() {
            return filter.address("/monitoring/rows") + "&after=" + newest;
        }
    }

    @Requires("monitoring:read")
    @GetMapping
    String list(@ModelAttribute Asked asked, HttpServletRequest request, Model model) {
        Caller caller = callers.require();
        FindingFilter filter = asked.filter();
        List<FindingStore.Row> found = desk.open(caller, filter, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<FindingStore.Row> shown = more ? found.subList(0, ROWS) : found;
        String next =
                more
                        ? filter.address("/monitoring")
                                + "&before="
                                + shown.getLast().finding().id()
                        : "";
        model.addAttribute(
                "page",
                new ListPage(
                        filter,
                        lines(shown, frames.of(request).text().language()),
                        shown.isEmpty() ? new UUID(0, 0) : shown.getFirst().finding().id(),
                        next,
                        desk.noisy(),
                        shown.stream()
                                .anyMatch(one ->
                                        !one.finding().body().equals(caller.body().value()))));
        return "monitoring/findings";
    }

    private List<Line> lines(List<FindingStore.Row> rows, Language language) {
        return rows.stream()
                .map(one -> new Line(one, body(one.finding().body(), language)))
                .toList();
    }

    private String body(String code, Language language) {
        return names.acronym(new BodyCode(code), language);
    }

    /** What came since, and where to ask for what comes after that. */
    record LivePage(List<Line> lines, String live, boolean foreign) {

        LivePage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("monitoring:read")
    @GetMapping("/rows")
    String rows(@ModelAttribute Asked asked, HttpServletRequest request, Model model) {
        FindingFilter filter = asked.filter();
        @Nullable UUID after = filter.after();
        List<FindingStore.Row> found =
                after == null ? desk.page(filter, ROWS) : desk.since(filter, ROWS);
        UUID newest =
                found.isEmpty()
                        ? after == null ? new UUID(0, 0) : after
                        : found.getFirst().finding().id();
        model.addAttribute(
                "page",
                new LivePage(
                        lines(found, frames.of(request).text().language()),
                        filter.address("/monitoring/rows") + "&after=" + newest,
                        true));
        return "monitoring/live";
    }

    /** The same list for a spreadsheet; the export is recorded. */
    @Requires("monitoring:export")
    @GetMapping("/findings.csv")
    ResponseEntity<String> csv(@ModelAttribute Asked asked, HttpServletRequest request) {
        List<FindingStore.Row> found =
                desk.export(callers.require(), asked.filter(), FILE_ROWS_MAX);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-findings.csv\"")
                .body(file(found, frames.of(request).text()));
    }

    private String file(List<FindingStore.Row> found, Text text) {
        StringBuilder out = new StringBuilder();
        List<String> columns =
                List.of(
                        "id",
                        "at",
                        "seen",
                        "level",
                        "title",
                        "rule_id",
                        "author",
                        "license",
                        "body",
                        "source",
                        "handling",
                        "entities",
                        "tags",
                        "state");
        try (CsvDownload csv = new CsvDownload(out, columns)) {
            for (FindingStore.Row row : found) {
                KeptFinding one = row.finding();
                csv.row(
                        List.of(
                                one.id().toString(),
                                one.at().toString(),
                                one.seen().toString(),
                                one.rule().level(),
                                one.rule().title(),
                                one.rule().id(),
                                one.rule().author(),
                                one.rule().license(),
                                body(one.body(), text.language()),
                                row.sourceName(),
                                one.handling().label(),
                                one.entities().stream()
                                        .map(Entities::key)
                                        .collect(Collectors.joining(" ")),
                                String.join(" ", one.rule().tags()),
                                state(row)));
            }
        }
        return out.toString();
    }

    private static String state(FindingStore.Row row) {
        if (row.finding().trial()) {
            return "trial";
        }
        return row.suppressedBy() != null ? "suppressed" : row.overBudget() ? "noise" : "told";
    }

    /**
     * A finding.
     *
     * @param events those behind it that are still kept
     * @param own whether it is the viewer's body's
     * @param sender who sent the indicator; empty where a rule found it
     */
    record FindingPage(Line line, List<EventView> events, boolean own, String sender) {

        FindingPage {
            events = List.copyOf(events);
        }
    }

    @Requires("monitoring:read")
    @GetMapping("/findings/{id}")
    String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        FindingStore.Row row = desk.view(id);
        Line line = new Line(row, body(row.finding().body(), frames.of(request).text().language()));
        boolean own = row.finding().body().equals(callers.require().body().value());
        List<EventView> behind =
                events.behind(row.finding()).stream().limit(ROWS).map(EventView::of).toList();
        model.addAttribute(
                "page", new FindingPage(line, behind, own, sender(row.finding(), request)));
        return "monitoring/finding";
    }

    /** Who sent the indicator; empty where a rule found it. */
    private String sender(KeptFinding finding, HttpServletRequest request) {
        @Nullable KnownIndicator indicator = finding.indicator();
        return indicator == null
                ? ""
                : body(indicator.sender(), frames.of(request).text().language());
    }

    @Requires("monitoring:update")
    @PostMapping("/findings/{id}/suppress")
    String suppress(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") String entity,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int days) {
        desk.suppress(
                callers.require(),
                id,
                new FindingDesk.Wanted(only.equals("source"), entity, reason, days));
        return "redirect:/monitoring/suppressions";
    }

    /** All suppressions that the viewer may see. */
    record SuppressionsPage(List<Suppression> suppressions, String body, java.time.Instant now) {

        SuppressionsPage {
            suppressions = List.copyOf(suppressions);
        }
    }

    @Requires("monitoring:read")
    @GetMapping("/suppressions")
    String suppressions(HttpServletRequest request, Model model) {
        model.addAttribute(
                "page",
                new SuppressionsPage(
                        desk.suppressions(),
                        callers.require().body().value(),
                        frames.of(request).now()));
        return "monitoring/suppressions";
    }

    @Requires("monitoring:update")
    @PostMapping("/suppressions/{id}/end")
    String end(@PathVariable UUID id) {
        desk.end(callers.require(), id);
        return "redirect:/monitoring/suppressions";
    }
}
