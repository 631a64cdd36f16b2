package az.qalxan.strategy.indicator;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.Registers;
import az.qalxan.strategy.indicator.IndicatorForm.Read;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proposals to change an indicator, and the judgement of another person. */
@Controller
@RequestMapping("/strategy/indicators")
class ProposalController {

    private static final String ID = "/proposals/{id}";
    private static final int WORDS_MIN = 10;
    private static final int WORDS_MAX = 1_000;

    private final IndicatorPages pages;
    private final IndicatorReview review;
    private final IndicatorRounds rounds;
    private final VersionStore versions;
    private final Registers registers;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    ProposalController(
            IndicatorPages pages,
            IndicatorReview review,
            IndicatorRounds rounds,
            VersionStore versions,
            Registers registers,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.pages = pages;
        this.review = review;
        this.rounds = rounds;
        this.versions = versions;
        this.registers = registers;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param owner the body that would answer for it: the caller's
     * @param known whether an indicator of that code is in force
     */
    record FormPage(
            Map<String, String> given,
            List<Violation> wrong,
            List<RegisterFigure> figures,
            String owner,
            boolean known) {

        FormPage {
            given = Map.copyOf(given);
            wrong = List.copyOf(wrong);
            figures = List.copyOf(figures);
        }

        String text(String field) {
            return given.getOrDefault(field, "");
        }

        List<Violation> wrong(String field) {
            return wrong.stream().filter(one -> one.location().equals(field)).toList();
        }
    }

    @Requires("strategy:create")
    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Map<String, String> given = new HashMap<>();
        if (!code.isEmpty()) {
            IndicatorVersion version =
                    inForce(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
            if (!version.definition().owner().equals(callers.require().body())) {
                throw ProblemFound.of(IndicatorProblem.NOT_OWNER);
            }
            given.putAll(IndicatorForm.fields(version));
        }
        return form(given, List.of(), request);
    }

    private java.util.Optional<IndicatorVersion> inForce(String code) {
        return versions.inForce(clock.instant()).stream()
                .filter(one -> one.code().equals(code))
                .findAny();
    }

    private ModelAndView form(
            Map<String, String> given, List<Violation> wrong, HttpServletRequest request) {
        String code = given.getOrDefault("code", "");
        FormPage page =
                new FormPage(
                        given,
                        wrong,
                        registers.figures(),
                        pages.acronym(callers.require().body().value(), frames.of(request).text()),
                        inForce(code).isPresent());
        return new ModelAndView("strategy/indicator/form", "page", page);
    }

    @Requires("strategy:create")
    @PostMapping("/new")
    ModelAndView propose(
            @RequestParam Map<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        Caller caller = callers.require();
        Read read = new IndicatorForm(given).read(caller.body(), registers.names());
        IndicatorReview.Wanted wanted = read.wanted();
        if (wanted == null) {
            response.setStatus(WebProblem.INVALID_INPUT.status());
            return form(given, read.wrong(), request);
        }
        UUID id = review.propose(wanted, caller);
        return new ModelAndView("redirect:/strategy/indicators/proposals/" + id);
    }

    @Requires("strategy:read")
    @GetMapping(ID)
    String proposal(@PathVariable UUID id, HttpServletRequest request, Model model) {
        String account = callers.require().account().toString();
        model.addAttribute(
                "page",
                pages.proposal(id, account, frames.of(request).text())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
        return "strategy/indicator/proposal";
    }

    /** Puts it in force; its values are worked out at once. */
    @Requires("strategy:decide")
    @PostMapping(ID + "/approve")
    String approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        IndicatorVersion version = review.approve(id, words(words, 0), callers.require());
        rounds.catchUp();
        return version.retired()
                ? "redirect:/strategy/indicators"
                : "redirect:/strategy/indicators/" + version.code();
    }

    @Requires("strategy:decide")
    @PostMapping(ID + "/refuse")
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        review.refuse(id, words(words, WORDS_MIN), callers.require());
        return "redirect:/strategy/indicators/proposals/" + id;
    }

    @Requires("strategy:create")
    @PostMapping(ID + "/withdraw")
    String withdraw(@PathVariable UUID id) {
        review.withdraw(id, callers.require());
        return "redirect:/strategy/indicators/proposals/" + id;
    }

    private static String words(String typed, int least) {
        String bare = typed.strip();
        if (bare.length() < least || bare.length() > WORDS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "words",
                                    "indicator.wrong.length",
                                    bare.length(),
                                    least,
                                    WORDS_MAX)));
        }
        return bare;
    }
}
