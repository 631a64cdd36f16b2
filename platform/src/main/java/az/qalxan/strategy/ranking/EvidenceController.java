package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of evidence, and how a piece of it changes. */
@Controller
@RequestMapping("/strategy/rankings/evidence")
class EvidenceController {

    private static final String NUMBER = "/{number:[0-9]{1,9}}";
    static final int WORDS_CHARS_MIN = 10;
    private static final int WORDS_CHARS_MAX = 2_000;

    private final RankingDesk desk;
    private final EvidenceDesk evidence;
    private final EvidenceForm form;
    private final EvidenceForms forms;
    private final CurrentCaller callers;

    EvidenceController(
            RankingDesk desk,
            EvidenceDesk evidence,
            EvidenceForm form,
            EvidenceForms forms,
            CurrentCaller callers) {
        this.desk = desk;
        this.evidence = evidence;
        this.form = form;
        this.forms = forms;
        this.callers = callers;
    }

    @Requires("strategy:read")
    @GetMapping
    String catalogue(@ModelAttribute EvidenceFilter filter, Model model) {
        model.addAttribute("page", CataloguePage.of(desk, filter));
        return "strategy/ranking/catalogue";
    }

    /**
     * A piece with its versions.
     *
     * @param account who looks
     */
    record PiecePage(
            RankingDesk desk, Board board, List<Evidence> versions, String account, long number) {

        PiecePage {
            versions = List.copyOf(versions);
        }

        Optional<Evidence> open() {
            return versions.stream().filter(one -> one.state() == Evidence.State.OPEN).findFirst();
        }

        Optional<Evidence> current() {
            return versions.stream()
                    .filter(one -> one.state() == Evidence.State.APPROVED)
                    .findFirst();
        }

        Evidence shown() {
            return current().orElse(versions.getFirst());
        }

        boolean ended() {
            return current().filter(Evidence::ends).isPresent();
        }

        @Nullable Question question(Evidence.Link link) {
            return board.catalogue().question(link.question()).orElse(null);
        }
    }

    @Requires("strategy:read")
    @GetMapping(NUMBER)
    String piece(@PathVariable long number, Model model) {
        List<Evidence> versions = evidence.versions(number);
        model.addAttribute(
                "page",
                new PiecePage(
                        desk,
                        desk.board(versions),
                        versions,
                        callers.require().account().toString(),
                        number));
        return "strategy/ranking/piece";
    }

    @Requires("strategy:create")
    @GetMapping("/new")
    String fresh(@RequestParam(defaultValue = "") String question, Model model) {
        Question about = QuestionRef.parse(question).map(desk::question).orElse(null);
        Map<String, String> given = new HashMap<>();
        given.put("kind", EvidenceKind.DOCUMENT.code());
        if (about != null) {
            given.put("owner", desk.owner(about.topic()));
        }
        model.addAttribute("page", forms.form(null, given, List.of(), about));
        return "strategy/ranking/form";
    }

    @Requires("strategy:create")
    @PostMapping
    ModelAndView propose(@RequestParam Map<String, String> given, HttpServletResponse response) {
        return switch (form.read(given)) {
            case EvidenceForm.Read.Fine(var content) ->
                    to(evidence.propose(content, callers.require()));
            case EvidenceForm.Read.Wrong(var wrong) -> again(null, given, wrong, response);
        };
    }

    private static ModelAndView to(long number) {
        return new ModelAndView("redirect:/strategy/rankings/evidence/" + number);
    }

    private ModelAndView again(
            @Nullable Long number,
            Map<String, String> given,
            List<Violation> wrong,
            HttpServletResponse response) {
        response.setStatus(WebProblem.INVALID_INPUT.status());
        return new ModelAndView(
                "strategy/ranking/form", "page", forms.form(number, given, wrong, null));
    }

    @Requires("strategy:create")
    @GetMapping(NUMBER + "/revise")
    String revise(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String question,
            Model model) {
        Question about = QuestionRef.parse(question).map(desk::question).orElse(null);
        List<Evidence> versions = evidence.versions(number);
        Evidence last =
                versions.stream()
                        .filter(one -> one.state() == Evidence.State.APPROVED)
                        .findFirst()
                        .orElse(versions.getFirst());
        model.addAttribute(
                "page", forms.form(number, EvidenceForm.fields(last.content()), List.of(), about));
        return "strategy/ranking/form";
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/revise")
    ModelAndView revise(
            @PathVariable long number,
            @RequestParam Map<String, String> given,
            HttpServletResponse response) {
        return switch (form.read(given)) {
            case EvidenceForm.Read.Fine(var content) -> {
                evidence.revise(number, content, callers.require());
                yield to(number);
            }
            case EvidenceForm.Read.Wrong(var wrong) -> again(number, given, wrong, response);
        };
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/end")
    String end(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        evidence.end(number, words(words, WORDS_CHARS_MIN), callers.require());
        return back(number);
    }

    @Requires("strategy:decide")
    @PostMapping(NUMBER + "/approve")
    String approve(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        Caller caller = callers.require();
        evidence.approve(number, words(words, 0), caller);
        return back(number);
    }

    @Requires("strategy:decide")
    @PostMapping(NUMBER + "/refuse")
    String refuse(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        evidence.refuse(number, words(words, WORDS_CHARS_MIN), callers.require());
        return back(number);
    }

    @Requires("strategy:create")
    @PostMapping(NUMBER + "/withdraw")
    String withdraw(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        evidence.withdraw(number, words(words, 0), callers.require());
        return back(number);
    }

    private static String back(long number) {
        return "redirect:/strategy/rankings/evidence/" + number;
    }

    static String words(String given, int least) {
        String bare = given.strip();
        if (bare.length() < least || bare.length() > WORDS_CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "words",
                                    "ranking.wrong.length",
                                    bare.length(),
                                    least,
                                    WORDS_CHARS_MAX)));
        }
        return bare;
    }
}
