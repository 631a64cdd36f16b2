package az.qalxan.monitoring.criterion;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The criteria that hold, their versions, and how they are changed and signed. */
@Controller
@RequestMapping("/incidents/criteria")
class CriteriaController {

    private static final String VERSION = "/versions/{number:[0-9]{1,9}}";
    private static final int WORDS_MAX = 2_000;

    private final CriteriaStore store;
    private final CriteriaSignOff signOff;
    private final Rsit rsit;
    private final CurrentCaller callers;

    CriteriaController(
            CriteriaStore store, CriteriaSignOff signOff, Rsit rsit, CurrentCaller callers) {
        this.store = store;
        this.signOff = signOff;
        this.rsit = rsit;
        this.callers = callers;
    }

    /**
     * A version as it is shown.
     *
     * @param inForce what holds now; null in a country without criteria
     * @param own whether the caller proposed it
     * @param signed whether the caller signed it
     */
    record VersionPage(
            CriteriaVersion version,
            @Nullable CriteriaVersion inForce,
            List<CriterionWords.Difference> differences,
            Rsit rsit,
            boolean own,
            boolean signed) {

        VersionPage {
            differences = List.copyOf(differences);
        }

        /** Whether it differs in anything at all from what holds. */
        boolean differs() {
            return inForce == null || !inForce.criteria().equals(version.criteria());
        }

        /** Where it differs beside the single criteria. */
        List<CriteriaParts.Part> parts(Text text) {
            return inForce == null
                    ? List.of()
                    : new CriteriaParts(text, rsit)
                            .differing(inForce.criteria(), version.criteria());
        }

        List<String> shared(Text text) {
            return new CriteriaParts(text, rsit).shared(version.criteria());
        }

        String category(String code, String language) {
            return rsit.name(code, language);
        }
    }

    /** What holds, what waits, and what was. */
    record CriteriaPage(
            @Nullable VersionPage holds,
            @Nullable VersionPage waits,
            List<CriteriaVersion> history) {

        CriteriaPage {
            history = List.copyOf(history);
        }
    }

    @Requires("incident:read")
    @GetMapping
    String all(Model model) {
        @Nullable CriteriaVersion holds = store.inForce().orElse(null);
        @Nullable CriteriaVersion waits = store.proposed().orElse(null);
        model.addAttribute(
                "page",
                new CriteriaPage(
                        holds == null ? null : page(holds, holds),
                        waits == null ? null : page(waits, holds),
                        store.history()));
        return "monitoring/criterion/criteria";
    }

    private VersionPage page(CriteriaVersion version, @Nullable CriteriaVersion holds) {
        String account = callers.require().account().toString();
        return new VersionPage(
                version,
                holds,
                holds == null
                        ? List.of()
                        : CriterionWords.differences(holds.criteria(), version.criteria()),
                rsit,
                version.proposer().account().equals(account),
                version.signedBy(account));
    }

    @Requires("incident:read")
    @GetMapping(VERSION)
    String version(@PathVariable int number, Model model) {
        CriteriaVersion version =
                store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        model.addAttribute("page", page(version, store.inForce().orElse(null)));
        return "monitoring/criterion/version";
    }

    /** A criterion in fields. */
    record FormPage(Map<String, String> given, boolean known, List<Violation> wrong) {

        FormPage {
            given = Map.copyOf(given);
            wrong = List.copyOf(wrong);
        }

        String text(String field) {
            return given.getOrDefault(field, "");
        }

        List<Violation> wrong(String field) {
            return wrong.stream().filter(one -> one.location().equals(field)).toList();
        }
    }

    @Requires("incident:decide")
    @GetMapping("/edit")
    ModelAndView edit(@RequestParam(defaultValue = "") String code) {
        Map<String, String> fields =
                holding().find(code).map(CriterionForm::fields).orElse(Map.of());
        return form(new FormPage(fields, !fields.isEmpty(), List.of()));
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("monitoring/criterion/form", "page", page);
    }

    private Criteria holding() {
        return store.inForce()
                .map(CriteriaVersion::criteria)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Proposes the set that holds with one criterion new or changed. */
    @Requires("incident:decide")
    @PostMapping("/edit")
    ModelAndView propose(@RequestParam Map<String, String> given, HttpServletResponse response) {
        CriterionForm.Read read = new CriterionForm(given).read();
        @Nullable Criterion criterion = read.criterion();
        Criteria holding = holding();
        if (criterion == null) {
            response.setStatus(WebProblem.INVALID_INPUT.status());
            boolean known = holding.find(given.getOrDefault("code", "")).isPresent();
            return form(new FormPage(given, known, read.wrong()));
        }
        return proposed(holding.with(criterion), read.note());
    }

    private ModelAndView proposed(Criteria criteria, String note) {
        int number = signOff.propose(criteria, note, callers.require());
        return new ModelAndView("redirect:/incidents/criteria/versions/" + number);
    }

    /** Proposes the set that holds without one criterion. */
    @Requires("incident:decide")
    @PostMapping("/remove")
    ModelAndView remove(@RequestParam String code, @RequestParam(defaultValue = "") String note) {
        Criteria holding = holding();
        if (holding.find(code).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return proposed(holding.without(code), words(note, "note"));
    }

    @Requires("incident:decide")
    @PostMapping(VERSION + "/sign")
    String sign(@PathVariable int number) {
        boolean holds = signOff.sign(number, callers.require());
        return holds
                ? "redirect:/incidents/criteria"
                : "redirect:/incidents/criteria/versions/" + number;
    }

    @Requires("incident:decide")
    @PostMapping(VERSION + "/reject")
    String reject(@PathVariable int number, @RequestParam(defaultValue = "") String words) {
        Caller caller = callers.require();
        signOff.reject(number, words(words, "words"), caller);
        return "redirect:/incidents/criteria/versions/" + number;
    }

    private static String words(String typed, String field) {
        String bare = typed.strip();
        if (bare.length() < CriterionForm.NOTE_MIN || bare.length() > WORDS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    field,
                                    "criterion.wrong.length",
                                    bare.length(),
                                    CriterionForm.NOTE_MIN,
                                    WORDS_MAX)));
        }
        return bare;
    }
}
