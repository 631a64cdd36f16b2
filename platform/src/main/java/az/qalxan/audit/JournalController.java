package az.qalxan.audit;

import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The journal for auditors: who did or saw what, when, and for which purpose. */
@Controller
class JournalController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Journal journal;
    private final PageFrames frames;

    JournalController(Journal journal, PageFrames frames) {
        this.journal = journal;
        this.frames = frames;
    }

    @Requires("audit:read")
    @GetMapping("/journal")
    String page(HttpServletRequest request, Model model) {
        model.addAttribute(
                "page", journal.page(filter(request), before(request), frames.of(request).text()));
        return "audit/journal";
    }

    @Requires("audit:export")
    @GetMapping("/journal.csv")
    ResponseEntity<String> csv(HttpServletRequest request) {
        Text text = frames.of(request).text();
        JournalPage page = journal.export(filter(request), text);
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        file,
                        List.of(
                                "sequence",
                                "at",
                                "act",
                                "words",
                                "subject_kind",
                                "subject",
                                "account",
                                "name",
                                "body",
                                "roles",
                                "circumstances"))) {
            page.rows().forEach(row -> csv.row(cells(row, page, text)));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-journal.csv\"")
                .body(file.toString());
    }

    private static List<Object> cells(AuditRecord row, JournalPage page, Text text) {
        return List.of(
                row.sequence(),
                row.at().toString(),
                row.act(),
                JournalPage.act(row.act(), text),
                row.subject().kind(),
                row.subject().id(),
                row.account(),
                page.actor(row, text),
                row.body(),
                String.join(" ", row.roles()),
                new TreeMap<>(row.circumstances())
                        .entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static JournalFilter filter(HttpServletRequest request) {
        return new JournalFilter(
                text(request, "from"),
                text(request, "to"),
                text(request, "actor"),
                text(request, "act"),
                text(request, "kind"),
                text(request, "subject"),
                text(request, "body"));
    }

    private static long before(HttpServletRequest request) {
        String given = text(request, "before");
        return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : Long.MAX_VALUE;
    }

    private static String text(HttpServletRequest request, String name) {
        @Nullable String given = request.getParameter(name);
        return given == null ? "" : given;
    }
}
