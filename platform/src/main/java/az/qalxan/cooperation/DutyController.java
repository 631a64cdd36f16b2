package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** The desk, the wall, the list as a file, and the part of a case's page. */
@Controller
@RequestMapping("/duty")
class DutyController {

    private static final int WORDS_MAX = 100;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final List<String> STATES =
            List.of(
                    "received",
                    "acknowledged",
                    "executing",
                    "partly",
                    "preserved",
                    "renewed",
                    "drafted",
                    "sent",
                    "confirmed",
                    "executed",
                    "refused",
                    "released",
                    "withdrawn",
                    "closed");

    private final DeskPages pages;
    private final CaseLinks links;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    DutyController(
            DeskPages pages,
            CaseLinks links,
            CaseDesk cases,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.pages = pages;
        this.links = links;
        this.cases = cases;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    static List<String> states() {
        return STATES;
    }

    /** What the filter's form sends; what is none of the known values asks for everything. */
    record Query(
            @Nullable String view,
            @Nullable String kind,
            @Nullable String direction,
            @Nullable String state,
            @Nullable String q,
            @Nullable String before,
            @Nullable String done) {

        DeskPages.Asked asked() {
            String words = text(q).strip();
            return new DeskPages.Asked(
                    text(view).equals("all") ? "all" : "open",
                    new DeskStore.Filter(
                            RequestKinds.find(text(kind)).map(RequestKinds::code).orElse(""),
                            List.of("in", "out").contains(text(direction)) ? text(direction) : "",
                            STATES.contains(text(state)) ? text(state) : "",
                            words.substring(0, Math.min(words.length(), WORDS_MAX))),
                    moment(text(before)),
                    text(done));
        }

        private static @Nullable Instant moment(String typed) {
            try {
                return typed.isEmpty() ? null : Instant.parse(typed);
            } catch (DateTimeException e) {
                return null;
            }
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @Requires("cooperation:read")
    @GetMapping
    @Transactional
    public String desk(Query query, Model model) {
        Caller caller = callers.require();
        listed("desk", caller);
        model.addAttribute("page", pages.desk(caller, query.asked()));
        return "cooperation/desk";
    }

    @Requires("cooperation:read")
    @GetMapping("/wall")
    @Transactional
    public String wall(Model model) {
        Caller caller = callers.require();
        listed("wall", caller);
        model.addAttribute("page", pages.wall(caller));
        return "cooperation/wall";
    }

    /** What the wall asks for again and again; its first view is recorded. */
    @Requires("cooperation:read")
    @GetMapping("/wall/rows")
    @Transactional(readOnly = true)
    public String rows(Model model) {
        model.addAttribute("page", pages.wall(callers.require()));
        return "cooperation/wallrows";
    }

    @Requires("cooperation:export")
    @GetMapping("/export.csv")
    @Transactional
    public ResponseEntity<String> export(Query query, HttpServletRequest request) {
        Caller caller = callers.require();
        Text text = frames.of(request).text();
        List<RequestLine> rows = pages.rows(caller.body(), query.asked(), DeskStore.ROWS_MAX);
        audit.record(
                CooperationAct.EXPORTED,
                AuditSubject.of("request-list", caller.body()),
                Map.of("rows", String.valueOf(rows.size())));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "number",
                                "kind",
                                "direction",
                                "state",
                                "country",
                                "authority",
                                "their_reference",
                                "subject",
                                "since",
                                "next",
                                "next_at",
                                "marking"))) {
            rows.stream()
                    .filter(line -> line.head().sight().handling().rank() <= 2)
                    .forEach(line -> csv.row(cells(line, text)));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-requests.csv\"")
                .body(out.toString());
    }

    private static List<?> cells(RequestLine line, Text text) {
        RequestHead head = line.head();
        NextMoment next = line.next();
        return Arrays.asList(
                head.number().value(),
                text.of("duty.kind." + line.kind()),
                text.of("duty.direction." + head.direction().code()),
                text.of("duty.state." + line.request().code()),
                head.counterpart().state(),
                head.counterpart().name(),
                head.counterpart().reference(),
                head.substance().subject(),
                line.request().since(),
                next == null ? "" : text.of("duty.next." + next.code()),
                next == null ? "" : next.at().toString(),
                head.sight().handling().label());
    }

    /** The requests of a case, as a part of its first page. */
    @Requires("cooperation:read")
    @GetMapping("/of-case/{number}")
    @Transactional
    public String ofCase(@PathVariable String number, Model model) {
        listed("case", callers.require());
        model.addAttribute(
                "page",
                new CasePart(
                        cases.require(number).number().value(),
                        links.requests(CaseDesk.number(number))));
        return "cooperation/part";
    }

    /** The requests that a case's page shows. */
    record CasePart(String caseNumber, List<RequestLine> lines) {

        CasePart {
            lines = List.copyOf(lines);
        }
    }

    private void listed(String what, Caller caller) {
        audit.record(
                CooperationAct.LISTED,
                AuditSubject.of("request-list", caller.body()),
                Map.of("list", what));
    }
}
