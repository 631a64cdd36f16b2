package az.qalxan.evidence.content;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one exhibit contains: its parts, each of them, its identifiers. */
@Controller
@RequestMapping("/evidence/exhibits/{id}/content")
class ContentController {

    private static final int ROWS = 200;
    private static final int IDENTIFIERS = 300;
    private static final int TEXT_CHARS = 30_000;

    private final Exhibits exhibits;
    private final ContentView view;
    private final ContentQueue queue;
    private final ContentGlance glance;
    private final EvidenceRights rights;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    ContentController(
            Exhibits exhibits,
            ContentView view,
            ContentQueue queue,
            ContentGlance glance,
            EvidenceRights rights,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.exhibits = exhibits;
        this.view = view;
        this.queue = queue;
        this.glance = glance;
        this.rights = rights;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The parts of an exhibit.
     *
     * @param next the number behind which the next page starts; -1 on the last one
     */
    record PartsPage(
            Exhibit exhibit,
            ContentGlance.Shown shown,
            ContentView.Asked asked,
            List<PartLine> parts,
            List<OfferedIdentifier> identifiers,
            int next) {

        PartsPage {
            parts = List.copyOf(parts);
            identifiers = List.copyOf(identifiers);
        }
    }

    @Requires("evidence:read")
    @GetMapping
    @Transactional
    public String parts(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "false") boolean flawed,
            @RequestParam(defaultValue = "-1") int after,
            Model model) {
        Exhibit exhibit = viewed(id, "parts");
        String asked = family.matches("[a-z-]{1,20}") ? family : "";
        ContentView.Asked filter = new ContentView.Asked(asked, flawed, after);
        List<PartLine> found = view.parts(exhibit.id(), filter, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<PartLine> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page",
                new PartsPage(
                        exhibit,
                        glance.shown(exhibit),
                        filter,
                        shown,
                        view.identifiers(exhibit.id(), IDENTIFIERS),
                        more ? shown.getLast().number() : -1));
        return "evidence/content/parts";
    }

    /** How far reading is, for the page that waits for it. */
    @Requires("evidence:read")
    @GetMapping("/state")
    @Transactional
    public String state(@PathVariable UUID id, Model model) {
        Exhibit exhibit = viewed(id, "state");
        model.addAttribute("page", glance.shown(exhibit));
        return "evidence/content/glance";
    }

    /**
     * One part.
     *
     * @param from where the shown stretch of the text begins
     * @param to where it ends
     */
    record PartPage(
            Exhibit exhibit, PartWhole part, List<TextPiece> text, int from, int to, int step) {

        PartPage {
            text = List.copyOf(text);
        }
    }

    @Requires("evidence:read")
    @GetMapping("/{number:[0-9]{1,9}}")
    @Transactional
    public String part(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Exhibit exhibit = viewed(id, "part " + number);
        PartWhole part =
                view.part(exhibit.id(), number)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        int start = Math.clamp(from, 0, part.text().length());
        int end = Math.min(part.text().length(), start + TEXT_CHARS);
        model.addAttribute(
                "page",
                new PartPage(
                        exhibit,
                        part,
                        TextPiece.of(part.text(), start, end, view.spans(exhibit.id(), number)),
                        start,
                        end,
                        TEXT_CHARS));
        return "evidence/content/part";
    }

    @Requires("evidence:read")
    @GetMapping("/{number:[0-9]{1,9}}/picture")
    @Transactional
    public ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable int number) {
        Exhibit exhibit = viewed(id, "picture " + number);
        byte[] jpeg =
                view.picture(exhibit.id(), number)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }

    private Exhibit viewed(UUID id, String what) {
        Exhibit exhibit = exhibits.require(id);
        audit.record(
                ContentAct.VIEWED, AuditSubject.of("exhibit", exhibit.id()), Map.of("what", what));
        return exhibit;
    }

    /** Takes an identifier over into the case, or leaves it aside. */
    @Requires("evidence:update")
    @PostMapping("/identifiers")
    @Transactional
    public String choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String choice) {
        Exhibit exhibit = updated(id);
        boolean taken = choice.equals("take");
        if (!view.choose(exhibit.id(), key, taken, callers.require(), clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                taken ? ContentAct.TAKEN : ContentAct.LEFT,
                AuditSubject.of("exhibit", exhibit.id()),
                Map.of());
        return "redirect:" + exhibit.path() + "/content#identifiers";
    }

    /** Asks that the exhibit be read once more. */
    @Requires("evidence:update")
    @PostMapping("/again")
    @Transactional
    public String again(@PathVariable UUID id) {
        Exhibit exhibit = updated(id);
        if (exhibit.stored() != null && queue.again(exhibit.id())) {
            audit.record(ContentAct.ASKED, AuditSubject.of("exhibit", exhibit.id()), Map.of());
        }
        return "redirect:" + exhibit.path() + "#content";
    }

    private Exhibit updated(UUID id) {
        Caller caller = callers.require();
        Exhibit exhibit = exhibits.require(id);
        if (!rights.may(caller, Verb.UPDATE, exhibit)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return exhibit;
    }
}
