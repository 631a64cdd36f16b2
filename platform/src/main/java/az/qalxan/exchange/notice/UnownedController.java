package az.qalxan.exchange.notice;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was seen where nobody is known to own the place, to look at and to take along. */
@Controller
class UnownedController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final UnownedStore store;
    private final NoticePack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;

    UnownedController(UnownedStore store, NoticePack pack, AuditLog audit, CurrentCaller callers) {
        this.store = store;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
    }

    /** The list, the latest first. */
    record ListPage(List<UnownedStore.Line> lines, Taxonomy taxonomy) {

        ListPage {
            lines = List.copyOf(lines);
        }

        String type(UnownedStore.Line line, Text text) {
            return taxonomy.known(line.type()).name().in(text.language().code());
        }
    }

    @Requires("notice:create")
    @GetMapping("/notices/unowned")
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute("page", new ListPage(store.lines(), pack.taxonomy()));
        return "exchange/notice/unowned";
    }

    @Requires("notice:create")
    @GetMapping("/notices/unowned.csv")
    @Transactional
    public ResponseEntity<String> csv() {
        List<UnownedStore.Line> lines = store.lines();
        audit.record(
                NoticeAct.EXPORTED,
                AuditSubject.of("notice-list", callers.require().body()),
                Map.of("list", "unowned", "lines", "" + lines.size()));
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "place",
                                "asn",
                                "type",
                                "identifier",
                                "feed",
                                "times",
                                "first_seen",
                                "last_seen",
                                "marking"))) {
            for (UnownedStore.Line one : lines) {
                csv.row(
                        List.of(
                                one.place(),
                                one.asn(),
                                one.type(),
                                one.identifier(),
                                one.feed(),
                                one.times(),
                                one.firstAt().toString(),
                                one.lastAt().toString(),
                                one.handling().label()));
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-unowned.csv\"")
                .body(out.toString());
    }
}
