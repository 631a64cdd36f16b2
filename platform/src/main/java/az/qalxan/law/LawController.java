package az.qalxan.law;

import az.qalxan.engines.law.Assessment;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The law to look at. */
@Controller
class LawController {

    static final String PUBLIC = "Law is public; nothing recorded of it names a person.";
    static final int WORDS_MAX = 100;

    private final LawReading reading;
    private final RowPages rows;
    private final PageFrames frames;

    LawController(LawReading reading, RowPages rows, PageFrames frames) {
        this.reading = reading;
        this.rows = rows;
        this.frames = frames;
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/law")
    String overview(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            HttpServletRequest request,
            Model model) {
        String asked = words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
        model.addAttribute(
                "page",
                OverviewPage.of(reading.of(on, known), asked.strip(), frames.of(request).text()));
        return "law/overview";
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/law/instruments/{id}")
    String instrument(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        model.addAttribute(
                "page",
                InstrumentPage.of(reading.of(on, known), id)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
        return "law/instrument";
    }

    /** What people outside judged of the law of states, the latest first. */
    record AssessmentsPage(LawView view, List<Held<Assessment>> assessments) {

        AssessmentsPage {
            assessments = List.copyOf(assessments);
        }
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/law/assessments")
    String assessments(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        LawView view = reading.of(on, known);
        List<Held<Assessment>> assessments =
                view.holding(Assessment.class).stream()
                        .sorted(
                                Comparator.comparing((Held<Assessment> one) -> one.fact().by().at())
                                        .reversed()
                                        .thenComparing(one -> one.fact().state())
                                        .thenComparing(
                                                one -> one.fact().treaty(), ArticleOrder.CLAUSES))
                        .toList();
        model.addAttribute("page", new AssessmentsPage(view, assessments));
        return "law/assessments";
    }

    /** The lasting address of one fact. */
    @OpenToEveryone(PUBLIC)
    @GetMapping("/law/rows/{kind}/{*key}")
    String row(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        LineKey line = line(kind, key);
        model.addAttribute(
                "page",
                rows.of(reading.of(on, known), line)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
        return "law/row";
    }

    /** The line of an address; what is none leads nowhere. */
    static LineKey line(String kind, String key) {
        String bare = key.startsWith("/") ? key.substring(1) : key;
        FactKind known = FactKind.of(kind).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        try {
            return new LineKey(known, bare);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }
}
