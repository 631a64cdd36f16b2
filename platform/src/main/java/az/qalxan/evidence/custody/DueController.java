package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What falls due for a body: as a page, for a calendar, for a spreadsheet. */
@Controller
@RequestMapping("/evidence/due")
class DueController {

    private static final MediaType CALENDAR =
            MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DueList due;
    private final EvidencePack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    DueController(
            DueList due,
            EvidencePack pack,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.due = due;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param soon until when something is soon
     */
    record DuePage(
            List<Due> items,
            Instant now,
            Instant soon,
            EvidencePack.PackClock returning,
            EvidencePack.PackClock signing) {

        DuePage {
            items = List.copyOf(items);
        }

        List<Due> of(String standing) {
            return items.stream().filter(one -> one.standing(now, soon).equals(standing)).toList();
        }
    }

    @Requires("evidence:read")
    @GetMapping
    @Transactional
    public String page(Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                "page",
                new DuePage(
                        listed("page"),
                        now,
                        due.soon(now),
                        pack.clock("return"),
                        pack.clock("sign")));
        return "evidence/custody/due";
    }

    private List<Due> listed(String as) {
        Caller caller = callers.require();
        audit.record(
                CustodyAct.LISTED,
                AuditSubject.of("exhibit-list", caller.body()),
                Map.of("list", "due", "as", as));
        return due.of(caller.body());
    }

    @Requires("evidence:read")
    @GetMapping("/due.ics")
    @Transactional
    public ResponseEntity<String> calendar(HttpServletRequest request) {
        return file(
                CALENDAR,
                "due.ics",
                DueCalendar.of(listed("calendar"), frames.of(request).text(), clock.instant()));
    }

    @Requires("evidence:export")
    @GetMapping("/due.csv")
    @Transactional
    public ResponseEntity<String> table() {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(out, List.of("kind", "number", "words", "case", "day"))) {
            listed("table")
                    .forEach(one ->
                            csv.row(
                                    List.of(
                                            one.kind(),
                                            one.number(),
                                            one.words(),
                                            one.caseNumber(),
                                            one.day().toString())));
        }
        return file(CSV, "due.csv", out.toString());
    }

    private static ResponseEntity<String> file(MediaType type, String name, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text);
    }
}
