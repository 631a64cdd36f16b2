package az.qalxan.directory.contact;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.contact.ContactFacts.Reach;
import az.qalxan.directory.contact.ForeignContact.Check;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The points of contact to look at, to write and to try. */
@Controller
class ContactController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ContactPages pages;
    private final ContactEditing editing;
    private final ContactRights rights;
    private final AuditLog audit;
    private final PageFrames frames;
    private final Clock clock;

    ContactController(
            ContactPages pages,
            ContactEditing editing,
            ContactRights rights,
            AuditLog audit,
            PageFrames frames,
            Clock clock) {
        this.pages = pages;
        this.editing = editing;
        this.rights = rights;
        this.audit = audit;
        this.frames = frames;
        this.clock = clock;
    }

    @Requires("contact:read")
    @GetMapping("/contacts")
    String list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String standing,
            Model model) {
        model.addAttribute("page", pages.list(new ContactPages.Asked(words, standing)));
        return "directory/contact/list";
    }

    @Requires("contact:read")
    @GetMapping("/contacts/{id}")
    String contact(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.contact(id));
        return "directory/contact/contact";
    }

    @Requires("contact:update")
    @GetMapping("/contacts/new")
    String fresh() {
        rights.writer();
        return "directory/contact/fresh";
    }

    @Requires("contact:update")
    @PostMapping("/contacts")
    String add(@RequestParam MultiValueMap<String, String> sent) {
        Caller caller = rights.writer();
        return "redirect:/contacts/" + editing.add(ContactForm.read(sent), caller);
    }

    @Requires("contact:update")
    @PostMapping("/contacts/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent) {
        Caller caller = rights.writer();
        editing.change(id, version, ContactForm.read(sent), caller);
        return "redirect:/contacts/" + id;
    }

    @Requires("contact:update")
    @PostMapping("/contacts/{id}/end")
    String end(@PathVariable UUID id, @RequestParam int version) {
        editing.end(id, version, rights.writer());
        return "redirect:/contacts";
    }

    @Requires("contact:decide")
    @PostMapping("/contacts/{id}/checks")
    String check(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String found) {
        Caller caller = rights.trier();
        boolean answered =
                switch (found) {
                    case "answered" -> true;
                    case "silent" -> false;
                    default -> throw ProblemFound.of(WebProblem.BAD_REQUEST);
                };
        editing.check(
                id,
                new Check(
                        version,
                        channel,
                        answered,
                        note.strip(),
                        clock.instant(),
                        caller.account().toString()));
        return "redirect:/contacts/" + id + "#checks";
    }

    /** The points found, one row a channel, for a spreadsheet; the export is recorded. */
    @Requires("contact:read")
    @GetMapping("/contacts.csv")
    @Transactional
    public ResponseEntity<String> csv(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String standing,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        ContactPages.ListPage page = pages.list(new ContactPages.Asked(words, standing));
        audit.record(
                ContactAct.EXPORTED,
                AuditSubject.of("contact", "list"),
                Map.of("contacts", String.valueOf(page.found().size()), "form", "csv"));
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        file,
                        List.of(
                                "marking",
                                "state",
                                "authority",
                                "networks",
                                "languages",
                                "zone",
                                "order",
                                "channel",
                                "value",
                                "note",
                                "standing",
                                "checked_at",
                                "source_read"))) {
            page.found().forEach(one -> write(one, page, text, csv));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-contacts.csv\"")
                .body(file.toString());
    }

    private static void write(
            ForeignContact one, ContactPages.ListPage page, Text text, CsvDownload csv) {
        ContactFacts facts = one.facts();
        List<Reach> channels = facts.channels();
        for (int i = 0; i < Math.max(1, channels.size()); i++) {
            Reach channel =
                    channels.isEmpty()
                            ? new Reach(ContactFacts.Way.PHONE, "", "")
                            : channels.get(i);
            csv.row(
                    List.of(
                            "TLP:AMBER",
                            facts.state(),
                            facts.name().in(text.language().code()),
                            facts.networks().stream()
                                    .map(ContactFacts.Network::code)
                                    .collect(Collectors.joining(" ")),
                            String.join(" ", facts.languages()),
                            facts.zone().getId(),
                            i + 1,
                            channel.way().code(),
                            channel.value(),
                            channel.note(),
                            text.of("contact.standing." + one.standing(page.now()).code()),
                            one.check() == null ? "" : one.check().at().toString(),
                            facts.sourced()));
        }
    }
}
