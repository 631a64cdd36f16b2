package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Article;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.Asked.Typed;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Figures about cases: for everybody, for officials, and over what an official may see. */
@Controller
class MeasureController {

    private static final String PUBLIC =
            "Published figures name nobody; small cells and cases out of sight are left out.";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String VIEW = "statistics/measure/page";

    private final Measures measures;
    private final MeasureAnswers answers;
    private final Jurisdiction jurisdiction;
    private final Reached reached;
    private final PageFrames frames;

    MeasureController(
            Measures measures,
            MeasureAnswers answers,
            Jurisdiction jurisdiction,
            Reached reached,
            PageFrames frames) {
        this.measures = measures;
        this.answers = answers;
        this.jurisdiction = jurisdiction;
        this.frames = frames;
        this.reached = reached;
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics/cases")
    String published(@ModelAttribute Typed period, HttpServletRequest request, Model model) {
        return page(reached.everybody(period), request, model);
    }

    @Requires("statistics:read")
    @GetMapping("/statistics/measures")
    String all(@ModelAttribute Typed period, HttpServletRequest request, Model model) {
        return page(reached.official(period), request, model);
    }

    @Requires("casework:read")
    @GetMapping("/statistics/measures/own")
    @Transactional(readOnly = true)
    public String own(@ModelAttribute Typed period, HttpServletRequest request, Model model) {
        return page(reached.own(period), request, model);
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics/cases.csv")
    ResponseEntity<String> publishedFile(@ModelAttribute Typed period, HttpServletRequest request) {
        return file(reached.everybody(period), request);
    }

    @Requires("statistics:export")
    @GetMapping("/statistics/measures.csv")
    ResponseEntity<String> allFile(@ModelAttribute Typed period, HttpServletRequest request) {
        return file(reached.official(period), request);
    }

    @OpenToEveryone(PUBLIC)
    @GetMapping("/statistics/cases.json")
    ResponseEntity<MeasureAnswers.Told> publishedAnswer(
            @ModelAttribute Typed period, HttpServletRequest request) {
        Text text = frames.of(request).text();
        return ResponseEntity.ok(
                answers.told(measures.answer(reached.everybody(period), text), reached.today()));
    }

    private String page(Asked asked, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        model.addAttribute(
                "page",
                new MeasurePage(
                        measures.answer(asked, text),
                        reached.today(),
                        jurisdiction.currency(),
                        jurisdiction.bodies().stream()
                                .filter(body -> body.kinds().contains("competent-body"))
                                .toList(),
                        jurisdiction.articles().stream().filter(this::now).toList()));
        return VIEW;
    }

    private boolean now(Article article) {
        return article.basis().holdsOn(reached.today());
    }

    private ResponseEntity<String> file(Asked asked, HttpServletRequest request) {
        Text text = frames.of(request).text();
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, MeasureAnswers.COLUMNS)) {
            answers.rows(measures.answer(asked, text), text).forEach(csv::row);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-cases-%s-%s-known-%s.csv\""
                                .formatted(asked.from(), asked.to(), asked.known()))
                .body(out.toString());
    }
}
