package az.qalxan.evidence.content;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.content.TimelineFormat;
import az.qalxan.engines.content.TimelineWriter;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the exhibits of a case contain, together: words found in them, and one timeline. */
@Controller("evidenceTimelineController")
@RequestMapping("/evidence/cases/{number}")
class TimelineController {

    private static final int ROWS = 200;
    private static final int EXPORT_MAX = 2_000_000;
    private static final int EXPORT_STEP = 50_000;
    private static final int FOUND_MAX = 100;
    private static final int SNIPPET_TEXT = 100_000;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    private final Exhibits exhibits;
    private final CaseDesk cases;
    private final TimelineView timeline;
    private final ContentView view;
    private final EvidencePack pack;
    private final AuditLog audit;

    TimelineController(
            Exhibits exhibits,
            CaseDesk cases,
            TimelineView timeline,
            ContentView view,
            EvidencePack pack,
            AuditLog audit) {
        this.exhibits = exhibits;
        this.cases = cases;
        this.timeline = timeline;
        this.view = view;
        this.pack = pack;
        this.audit = audit;
    }

    /**
     * A case as the caller sees it.
     *
     * @param head null when the caller only holds exhibits of it
     */
    record Case(CaseNumber number, @Nullable CaseHead head, List<Exhibit> exhibits) {

        Case {
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * The timeline of a case.
     *
     * @param picture null when there is nothing to draw
     * @param next the moment behind which the next page starts; empty on the last one
     */
    record TimelinePage(
            Case of,
            TimelineFilter filter,
            List<TimelineRow> rows,
            long count,
            @Nullable TimelinePicture picture,
            Map<String, Long> kinds,
            Map<String, Long> sources,
            ZoneId zone,
            String next) {

        TimelinePage {
            rows = List.copyOf(rows);
        }

        String local(Instant at) {
            return LOCAL.format(at.atZone(zone));
        }

        String utc(Instant at) {
            return UTC.format(at.atZone(ZoneOffset.UTC));
        }
    }

    @Requires("evidence:read")
    @GetMapping("/timeline")
    @Transactional
    public String timeline(
            @PathVariable String number, @ModelAttribute TimelineFilter filter, Model model) {
        Case asked = require(number);
        audit.record(ContentAct.TIMELINE, AuditSubject.of("case", asked.number()), Map.of());
        TimelineView.Question question =
                new TimelineView.Question(asked.number(), filter, pack.zone());
        TimelineView.Extent extent = timeline.extent(question);
        String after = filter.after() == null ? "" : filter.after();
        List<TimelineRow> found = timeline.rows(question, after, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<TimelineRow> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page",
                new TimelinePage(
                        asked,
                        filter,
                        shown,
                        extent.count(),
                        picture(question, extent),
                        timeline.counts(question, false),
                        timeline.counts(question, true),
                        pack.zone(),
                        more ? shown.getLast().mark() : ""));
        return "evidence/content/timeline";
    }

    private @Nullable TimelinePicture picture(
            TimelineView.Question question, TimelineView.Extent extent) {
        if (extent.count() == 0) {
            return null;
        }
        long[] bars = timeline.histogram(question, extent, TimelinePicture.BARS);
        return TimelinePicture.of(bars, extent, question.filter(), pack.zone());
    }

    /** Writes the moments as they come, so that no number of them fills the memory. */
    @Requires("evidence:export")
    @GetMapping("/timeline.{form:csv|l2tcsv|jsonl|local}")
    @Transactional
    public void export(
            @PathVariable String number,
            @PathVariable String form,
            @ModelAttribute TimelineFilter filter,
            HttpServletResponse response)
            throws IOException {
        Case asked = require(number);
        audit.record(
                ContentAct.EXPORTED, AuditSubject.of("case", asked.number()), Map.of("form", form));
        TimelineFormat format = format(form);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"timeline-%s.%s\""
                        .formatted(asked.number(), format.ending()));
        TimelineWriter writer =
                new TimelineWriter(
                        format,
                        response.getWriter(),
                        form.equals("local") ? pack.zone() : ZoneOffset.UTC);
        writer.header();
        write(new TimelineView.Question(asked.number(), filter, pack.zone()), writer);
    }

    private static TimelineFormat format(String form) {
        return switch (form) {
            case "l2tcsv" -> TimelineFormat.L2TCSV;
            case "jsonl" -> TimelineFormat.JSONL;
            default -> TimelineFormat.DYNAMIC;
        };
    }

    private void write(TimelineView.Question question, TimelineWriter writer) throws IOException {
        String after = "";
        boolean more = true;
        for (int written = 0; more && written < EXPORT_MAX; written += EXPORT_STEP) {
            List<TimelineRow> rows = timeline.rows(question, after, EXPORT_STEP);
            for (TimelineRow row : rows) {
                writer.moment(row.moment(), row.place() + "/" + row.path());
            }
            more = rows.size() == EXPORT_STEP;
            after = more ? rows.getLast().mark() : "";
        }
    }

    /** What was found in the contents of a case's exhibits. */
    record SearchPage(Case of, String asked, List<PartLine> found, boolean more) {

        SearchPage {
            found = List.copyOf(found);
        }
    }

    @Requires("evidence:read")
    @GetMapping("/contents")
    @Transactional
    public String search(
            @PathVariable String number,
            @RequestParam(name = "q", defaultValue = "") String typed,
            Model model) {
        Case asked = require(number);
        audit.record(ContentAct.SEARCHED, AuditSubject.of("case", asked.number()), Map.of());
        String question = SearchWords.asked(typed);
        String words = SearchWords.of(question);
        List<PartLine> found =
                words.isEmpty() ? List.of() : view.search(asked.number(), words, FOUND_MAX + 1);
        List<PartLine> shown = new ArrayList<>();
        for (PartLine one : found.subList(0, Math.min(found.size(), FOUND_MAX))) {
            String text = view.text(one.exhibit(), one.number(), SNIPPET_TEXT);
            shown.add(Snippet.of(one, text, question));
        }
        model.addAttribute(
                "page", new SearchPage(asked, question, shown, found.size() > FOUND_MAX));
        return "evidence/content/search";
    }

    private Case require(String typed) {
        CaseNumber number = CaseDesk.number(typed);
        @Nullable CaseHead head = cases.find(number).orElse(null);
        List<Exhibit> found = exhibits.ofCase(number);
        if (head == null && found.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new Case(number, head, found);
    }
}
