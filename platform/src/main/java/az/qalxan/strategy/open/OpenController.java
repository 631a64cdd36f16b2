package az.qalxan.strategy.open;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Language;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Published;
import az.qalxan.web.Texts;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The plan for everybody: page and open data. */
@Controller
class OpenController {

    private static final String PUBLIC =
            "The action plan is a published document; of its state only what was confirmed or"
                    + " reported is told.";
    private static final int WORDS_MAX = 100;
    private static final List<String> DEFINED =
            List.of("not-reported", "being-checked", "confirmed", "overdue", "open-ended");

    private final OpenShelf shelf;
    private final Texts texts;

    OpenController(OpenShelf shelf, Texts texts) {
        this.shelf = shelf;
        this.texts = texts;
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/plan")
    String page(@RequestParam(defaultValue = "") String q, Model model) {
        String words = q.strip();
        String asked = words.substring(0, Math.min(words.length(), WORDS_MAX));
        model.addAttribute(
                "page",
                shelf.current()
                        .map(plan -> new OpenPage(plan, asked, found(plan, asked)))
                        .orElseGet(() -> new OpenPage(null, asked, List.of())));
        return "strategy/open/page";
    }

    private static List<OpenMeasure> found(OpenPlan plan, String asked) {
        List<String> words =
                Arrays.stream(OpenMeasure.small(asked).split("\\s+", -1))
                        .filter(one -> !one.isEmpty())
                        .toList();
        return plan.measures().stream().filter(one -> one.has(words)).toList();
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/plan/data/measures.json")
    ResponseEntity<String> measures(WebRequest request) {
        return Published.json(OpenFiles.measures(plan(), definitions()), request);
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/plan/data/measures.csv")
    ResponseEntity<String> measuresCsv(WebRequest request) {
        OpenPlan plan = plan();
        return Published.csv(OpenFiles.measuresCsv(plan), name("measures", plan), request);
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/plan/data/aims.json")
    ResponseEntity<String> aims(WebRequest request) {
        return Published.json(OpenFiles.aims(plan(), definitions()), request);
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/plan/data/aims.csv")
    ResponseEntity<String> aimsCsv(WebRequest request) {
        OpenPlan plan = plan();
        return Published.csv(OpenFiles.aimsCsv(plan), name("aims", plan), request);
    }

    private OpenPlan plan() {
        return shelf.current().orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Map<String, Words> definitions() {
        Map<String, Words> definitions = new LinkedHashMap<>();
        for (String one : DEFINED) {
            definitions.put(
                    one,
                    new Words(
                            texts.in(Language.AZ).of("openplan.means." + one),
                            texts.in(Language.EN).of("openplan.means." + one)));
        }
        return definitions;
    }

    private static String name(String what, OpenPlan plan) {
        return "qalxan-plan-%s-%s.csv"
                .formatted(what, LocalDate.ofInstant(plan.asOf(), ZoneOffset.UTC));
    }
}
