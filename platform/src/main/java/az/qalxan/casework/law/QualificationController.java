package az.qalxan.casework.law;

import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The articles of a case: what stands, what stood, the next step. */
@Controller
@RequestMapping("/cases/{number}/qualification")
class QualificationController {

    private static final int ARTICLE_CHARS_MAX = 60;
    private static final int DECISION_CHARS_MAX = 200;

    private final CaseDesk cases;
    private final Qualifying qualifying;
    private final QualificationPages pages;
    private final CurrentCaller callers;

    QualificationController(
            CaseDesk cases,
            Qualifying qualifying,
            QualificationPages pages,
            CurrentCaller callers) {
        this.cases = cases;
        this.qualifying = qualifying;
        this.pages = pages;
        this.callers = callers;
    }

    @Requires("casework:read")
    @GetMapping
    @Transactional
    public String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request,
            Model model) {
        CaseHead head = cases.view(number);
        model.addAttribute("page", pages.of(head, day("on", on), request));
        return "casework/law/qualification";
    }

    /** The grounds that every step has, as they were typed. */
    record Grounds(
            @Nullable String on,
            @Nullable String law,
            @Nullable String decision,
            @Nullable String reason) {}

    /** What a step does to which article. */
    private record Wanted(QualificationStep.Kind kind, String article, String replaces) {}

    @Requires("casework:update")
    @PostMapping("/put")
    String put(
            @PathVariable String number,
            @RequestParam String article,
            @ModelAttribute Grounds grounds) {
        return qualify(number, new Wanted(QualificationStep.Kind.PUT, article, ""), grounds);
    }

    @Requires("casework:update")
    @PostMapping("/requalify")
    String requalify(
            @PathVariable String number,
            @RequestParam String replaces,
            @RequestParam String article,
            @ModelAttribute Grounds grounds) {
        String before = EnteredText.checked("replaces", replaces, 1, ARTICLE_CHARS_MAX);
        return qualify(
                number, new Wanted(QualificationStep.Kind.REQUALIFIED, article, before), grounds);
    }

    @Requires("casework:update")
    @PostMapping("/drop")
    String drop(
            @PathVariable String number,
            @RequestParam String article,
            @ModelAttribute Grounds grounds) {
        return qualify(number, new Wanted(QualificationStep.Kind.DROPPED, article, ""), grounds);
    }

    private String qualify(String number, Wanted wanted, Grounds grounds) {
        CaseHead head = cases.require(number);
        LocalDate on = day("on", typed(grounds.on()));
        if (on.isAfter(pages.today())) {
            throw EnteredText.wrong("on", "case.wrong.day-to-come", on);
        }
        String law = typed(grounds.law());
        qualifying.qualify(
                head.number().value(),
                new Qualifying.Asked(
                        wanted.kind(),
                        EnteredText.checked("article", wanted.article(), 1, ARTICLE_CHARS_MAX),
                        wanted.replaces(),
                        on,
                        law.isBlank() ? on : day("law", law),
                        EnteredText.checked(
                                "decision", typed(grounds.decision()), 0, DECISION_CHARS_MAX),
                        EnteredText.words("reason", typed(grounds.reason()))),
                callers.require());
        return "redirect:/cases/" + head.number() + "/qualification";
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    private LocalDate day(String field, String typed) {
        if (typed.isBlank()) {
            return pages.today();
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong(field, "case.wrong.day", typed);
        }
    }
}
