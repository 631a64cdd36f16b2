package az.qalxan.strategy.meeting;

import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The items of an agenda: their order, papers, words, votes, decisions. */
@Controller
@RequestMapping("/strategy/meetings" + MeetingController.NUMBER)
class AgendaController {

    static final int WORDS_MAX = 20_000;
    private static final Typed.Length TITLE = new Typed.Length(3, 200);
    private static final Typed.Length QUESTION = new Typed.Length(5, 1_000);
    private static final Typed.Length DECISION = new Typed.Length(5, 4_000);
    private static final Typed.Length ASKED = new Typed.Length(5, 2_000);
    static final int DAYS_MAX = 500;

    private final AgendaDesk desk;
    private final Decisions deciding;
    private final MeetingPages pages;
    private final CurrentCaller callers;

    AgendaController(
            AgendaDesk desk, Decisions deciding, MeetingPages pages, CurrentCaller callers) {
        this.desk = desk;
        this.deciding = deciding;
        this.pages = pages;
        this.callers = callers;
    }

    @Requires("commission:read")
    @GetMapping("/items/{key}")
    @Transactional(readOnly = true)
    public String item(@PathVariable long number, @PathVariable String key, Model model) {
        model.addAttribute("page", pages.item(number, MeetingController.key(key)));
        return "strategy/meeting/item";
    }

    @Requires("commission:create")
    @PostMapping("/items")
    String add(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String titleEn) {
        Typed typed = new Typed();
        Words words = typed.words("title", title, titleEn, TITLE);
        typed.done();
        return to(number, desk.add(number, words, callers.require()));
    }

    @Requires("commission:administer")
    @PostMapping("/items/{key}/move")
    String move(
            @PathVariable long number,
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam boolean up) {
        desk.move(number, version, MeetingController.key(key), up, callers.require());
        return "redirect:/strategy/meetings/" + number + "?at=" + key + "#agenda";
    }

    @Requires("commission:administer")
    @PostMapping("/items/{key}/drop")
    String drop(
            @PathVariable long number,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason) {
        Typed typed = new Typed();
        String why = typed.text("reason", reason, MeetingController.REASON);
        typed.done();
        desk.drop(number, MeetingController.key(key), why, callers.require());
        return "redirect:/strategy/meetings/" + number + "#agenda";
    }

    @Requires("commission:administer")
    @PostMapping("/items/{key}/restore")
    String restore(@PathVariable long number, @PathVariable String key) {
        desk.restore(number, MeetingController.key(key), callers.require());
        return "redirect:/strategy/meetings/" + number + "#agenda";
    }

    @Requires("commission:create")
    @PostMapping("/items/{key}/papers")
    String file(
            @PathVariable long number,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String path) {
        Typed typed = new Typed();
        AgendaStore.Paper paper =
                new AgendaStore.Paper(typed.text("title", title, TITLE), typed.path("path", path));
        typed.done();
        desk.file(number, MeetingController.key(key), paper, callers.require());
        return to(number, key);
    }

    /** Two wordings of the same item, of which the reader makes one. */
    record MetPage(long number, String key, String mine, String theirs, int version) {}

    @Requires("commission:administer")
    @PostMapping("/items/{key}/words")
    String write(
            @PathVariable long number,
            @PathVariable String key,
            @RequestParam int base,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        Typed typed = new Typed();
        String clean = typed.text("words", words, new Typed.Length(0, WORDS_MAX));
        typed.done();
        AgendaDesk.Draft draft = new AgendaDesk.Draft(MeetingController.key(key), base, clean);
        return switch (desk.write(number, draft, callers.require())) {
            case AgendaDesk.Written.Taken ignored -> to(number, key) + "#words";
            case AgendaDesk.Written.Met met -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute(
                        "page", new MetPage(number, key, clean, met.theirs(), met.version()));
                yield "strategy/meeting/met";
            }
        };
    }

    @Requires("commission:administer")
    @PostMapping("/items/{key}/votes")
    @Transactional
    public String vote(
            @PathVariable long number,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String question,
            HttpServletRequest request) {
        Typed typed = new Typed();
        String asked = typed.text("question", question, QUESTION);
        typed.done();
        Map<UUID, String> choices = new HashMap<>();
        for (Seat seat : pages.item(number, MeetingController.key(key)).voters()) {
            @Nullable String choice = request.getParameter("seat-" + seat.id());
            if (choice != null && !choice.isEmpty()) {
                choices.put(seat.id(), choice);
            }
        }
        deciding.vote(number, new Decisions.Ballots(key, asked, choices), callers.require());
        return to(number, key) + "#votes";
    }

    /** A decision as it is filled in. */
    record DecisionForm(
            @Nullable String words,
            @Nullable String wordsEn,
            @Nullable List<String> measures,
            @Nullable String until,
            @Nullable UUID vote,
            @Nullable Long reverses) {}

    @Requires("commission:administer")
    @PostMapping("/items/{key}/decisions")
    @Transactional
    public String decide(
            @PathVariable long number,
            @PathVariable String key,
            @ModelAttribute DecisionForm form) {
        Typed typed = new Typed();
        Words words = typed.words("words", form.words(), form.wordsEn(), DECISION);
        @Nullable LocalDate until = typed.day("until", form.until());
        List<String> about = form.measures() == null ? List.of() : form.measures();
        List<Topic.Point> points =
                pages.item(number, MeetingController.key(key)).line().topic().points();
        typed.done();
        deciding.decide(
                number,
                new Decisions.Wanted(
                        key,
                        words,
                        points.stream().map(Topic.Point::code).filter(about::contains).toList(),
                        until,
                        form.vote(),
                        form.reverses()),
                callers.require());
        return to(number, key) + "#decisions";
    }

    /** A task as it is filled in. */
    record TaskForm(
            @Nullable String body,
            @Nullable String words,
            @Nullable String wordsEn,
            @Nullable Integer days) {}

    @Requires("commission:administer")
    @PostMapping("/items/{key}/decisions/{decision:[0-9]{1,9}}/tasks")
    String ask(
            @PathVariable long number,
            @PathVariable String key,
            @PathVariable long decision,
            @ModelAttribute TaskForm form) {
        Typed typed = new Typed();
        Words words = typed.words("words", form.words(), form.wordsEn(), ASKED);
        int days = typed.number("days", form.days(), 1, DAYS_MAX);
        typed.done();
        String body = form.body() == null ? "" : form.body();
        deciding.ask(number, decision, new Decisions.Ask(body, words, days), callers.require());
        return to(number, key) + "#decisions";
    }

    private static String to(long number, String key) {
        return "redirect:/strategy/meetings/" + number + "/items/" + key;
    }
}
