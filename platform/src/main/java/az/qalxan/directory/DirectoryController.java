package az.qalxan.directory;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory to look at. */
@Controller
class DirectoryController {

    private static final String PUBLIC =
            "Names of organisations and public channels; the rest needs directory:read.";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DirectoryList list;
    private final OrganisationPages pages;
    private final DirectoryRights rights;
    private final AuditLog audit;
    private final PageFrames frames;

    DirectoryController(
            DirectoryList list,
            OrganisationPages pages,
            DirectoryRights rights,
            AuditLog audit,
            PageFrames frames) {
        this.list = list;
        this.pages = pages;
        this.rights = rights;
        this.audit = audit;
        this.frames = frames;
    }

    /** The list of organisations with the filter that made it. */
    record ListPage(DirectoryList.Found found, DirectoryList.Asked asked, boolean trusted) {}

    @OpenToEveryone(PUBLIC)
    @GetMapping("/directory")
    public String list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        DirectoryList.Asked asked = new DirectoryList.Asked(words, kind);
        model.addAttribute("page", new ListPage(list.find(asked), asked, rights.mayRead()));
        return "directory/list";
    }

    /** The organisations and channels found, for a spreadsheet; the export is recorded. */
    @Requires("directory:read")
    @GetMapping("/directory.csv")
    @Transactional
    public ResponseEntity<String> csv(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        List<DirectoryList.Row> rows = list.find(new DirectoryList.Asked(words, kind)).rows();
        audit.record(
                DirectoryAct.EXPORTED,
                AuditSubject.of("directory", "list"),
                Map.of("organisations", String.valueOf(rows.size())));
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        file,
                        List.of(
                                "code", "acronym", "name", "kinds", "channel", "value", "hours",
                                "status"))) {
            rows.forEach(row -> write(row, csv, text));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-directory.csv\"")
                .body(file.toString());
    }

    private static void write(DirectoryList.Row row, CsvDownload csv, Text text) {
        Organisation one = row.organisation();
        List<String> head =
                List.of(
                        one.code().value(),
                        one.acronym(),
                        one.name().in(text.language().code()),
                        one.kinds().stream()
                                .map(kind -> text.of("directory.kind." + kind.code()))
                                .collect(Collectors.joining(", ")));
        if (row.channels().isEmpty()) {
            csv.row(joined(head, List.of("", "", "", "")));
        }
        for (Channel channel : row.channels()) {
            csv.row(
                    joined(
                            head,
                            List.of(
                                    channel.address().kind().code(),
                                    channel.address().value(),
                                    channel.address().hours(),
                                    text.of("directory.status." + channel.status().code()))));
        }
    }

    private static List<String> joined(List<String> head, List<String> tail) {
        return java.util.stream.Stream.concat(head.stream(), tail.stream()).toList();
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/directory/{code}")
    public String organisation(@PathVariable String code, Model model) {
        model.addAttribute("page", pages.of(code));
        return "directory/organisation";
    }
}
