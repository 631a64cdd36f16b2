package az.qalxan.exchange.misp;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Events of MISP and warninglists, for people. */
@Controller
@RequestMapping("/exchange/misp")
class MispPageController {

    private static final int PAGES_MAX = 1_000;
    private static final int WORDS_CHARS_MAX = 200;

    private final MispPageDesk desk;
    private final EventDesk events;
    private final CurrentCaller callers;
    private final PageFrames frames;

    MispPageController(
            MispPageDesk desk, EventDesk events, CurrentCaller callers, PageFrames frames) {
        this.desk = desk;
        this.events = events;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * The list.
     *
     * @param more whether others follow
     */
    record ListPage(
            List<MispPages.Line> lines,
            String words,
            int page,
            boolean more,
            List<ThreatCollection> targets,
            List<String> flaws) {

        ListPage {
            lines = List.copyOf(lines);
            targets = List.copyOf(targets);
            flaws = List.copyOf(flaws);
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("page", list(q, page, List.of()));
        return "exchange/misp/events";
    }

    private ListPage list(String q, int page, List<String> flaws) {
        String words = q.strip().substring(0, Math.min(q.strip().length(), WORDS_CHARS_MAX));
        int number = Math.clamp(page, 0, PAGES_MAX);
        List<MispPages.Line> lines = desk.lines(words, number);
        return new ListPage(
                lines.stream().limit(MispPages.PAGE).toList(),
                words,
                number,
                lines.size() > MispPages.PAGE,
                desk.targets(callers.require()),
                flaws);
    }

    /** Takes an event that a person has as a file. */
    @Requires("exchange:create")
    @PostMapping
    ModelAndView take(
            @RequestParam(defaultValue = "") String into,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        UUID collection = Flaws.uuid(into).orElseGet(() -> new UUID(0, 0));
        List<String> flaws = desk.take(callers.require(), events, collection, bytes(file));
        if (flaws.isEmpty()) {
            return new ModelAndView("redirect:/exchange/misp");
        }
        ModelAndView view = new ModelAndView("exchange/misp/events", "page", list("", 0, flaws));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    /** An event. */
    record EventPage(MispPageDesk.Page shown, int number) {}

    @Requires("exchange:read")
    @GetMapping("/{event:[0-9]+}")
    String event(
            @PathVariable long event, @RequestParam(defaultValue = "0") int page, Model model) {
        int number = Math.clamp(page, 0, PAGES_MAX);
        model.addAttribute(
                "page", new EventPage(desk.page(callers.require(), event, number), number));
        return "exchange/misp/event";
    }

    @Requires("exchange:read")
    @GetMapping("/{event:[0-9]+}/event.json")
    ResponseEntity<String> json(@PathVariable long event) {
        return file(
                desk.json(callers.require(), event), MediaType.APPLICATION_JSON, "misp-event.json");
    }

    @Requires("exchange:read")
    @GetMapping("/{event:[0-9]+}/attributes.csv")
    ResponseEntity<String> csv(@PathVariable long event, HttpServletRequest request) {
        Text text = frames.of(request).text();
        List<String> columns =
                Stream.of(
                                "uuid",
                                "type",
                                "category",
                                "value",
                                "comment",
                                "detects",
                                "changed",
                                "handling",
                                "tags")
                        .map(name -> text.of("misp.column." + name))
                        .toList();
        return file(
                desk.csv(callers.require(), event, columns),
                new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8),
                "misp-attributes.csv");
    }

    private static ResponseEntity<String> file(String text, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text);
    }

    /** Warninglists. */
    record ListsPage(List<Warninglist> lists, List<String> flaws) {

        ListsPage {
            lists = List.copyOf(lists);
            flaws = List.copyOf(flaws);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/warninglists")
    String lists(Model model) {
        model.addAttribute("page", new ListsPage(desk.lists(callers.require()), List.of()));
        return "exchange/misp/warninglists";
    }

    @Requires("exchange:update")
    @PostMapping("/warninglists")
    ModelAndView keep(@RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        List<String> flaws = desk.keep(callers.require(), bytes(file));
        if (flaws.isEmpty()) {
            return new ModelAndView("redirect:/exchange/misp/warninglists");
        }
        ModelAndView view =
                new ModelAndView(
                        "exchange/misp/warninglists",
                        "page",
                        new ListsPage(desk.lists(callers.require()), flaws));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Requires("exchange:update")
    @PostMapping("/warninglists/switch")
    String enable(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean enabled) {
        desk.enable(callers.require(), name, enabled);
        return "redirect:/exchange/misp/warninglists";
    }
}
