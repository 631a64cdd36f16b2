package az.qalxan.exchange.knowledge;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking values up, and the file of indicators. */
@Controller
@RequestMapping("/exchange/knowledge")
class KnowledgeController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String VIEW = "exchange/knowledge/look-up";

    private final LookUps lookUps;
    private final IndicatorFile file;
    private final FileCeiling ceiling;
    private final KnowledgePack pack;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    KnowledgeController(
            LookUps lookUps,
            IndicatorFile file,
            FileCeiling ceiling,
            KnowledgePack pack,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.lookUps = lookUps;
        this.file = file;
        this.ceiling = ceiling;
        this.pack = pack;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * The form with what was typed, and what came of it.
     *
     * @param answers null where nothing was asked
     * @param file up to which marking things leave as a file; null where nothing does
     */
    record LookUpPage(
            String typed,
            List<Violation> violations,
            @Nullable List<Answer> answers,
            @Nullable Handling file,
            Instant now,
            KnowledgePack pack,
            BodyNames names) {

        LookUpPage {
            violations = List.copyOf(violations);
        }

        long known() {
            return answers == null ? 0 : answers.stream().filter(Answer::known).count();
        }

        /** Why a value is everybody's; empty where it is not known to be. */
        String shared(@Nullable KnownValue value, Text text) {
            return Optional.ofNullable(value)
                    .flatMap(pack::shared)
                    .map(one -> one.why().in(text.language().code()))
                    .orElse("");
        }

        /** The short name of a body. */
        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }
    }

    private LookUpPage page(String typed, List<Violation> wrong, @Nullable List<Answer> answers) {
        return new LookUpPage(
                typed,
                wrong,
                answers,
                ceiling.of(callers.require()).orElse(null),
                clock.instant(),
                pack,
                names);
    }

    @Requires("exchange:read")
    @GetMapping
    String blank(Model model) {
        model.addAttribute("page", page("", List.of(), null));
        return VIEW;
    }

    /** Values stand in the body of the request: what somebody asks for is not for logs. */
    @Requires("exchange:read")
    @PostMapping
    ModelAndView lookUp(@RequestParam(defaultValue = "") String values) {
        List<String> asked = lines(values);
        List<Violation> wrong = wrong(asked);
        if (!wrong.isEmpty()) {
            ModelAndView again = new ModelAndView(VIEW, "page", page(values, wrong, null));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        List<Answer> answers = lookUps.lookUp(callers.require(), LookUps.Way.PAGE, asked);
        return new ModelAndView(VIEW, "page", page(values, List.of(), answers));
    }

    private static List<String> lines(String values) {
        return values.lines().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    }

    private static List<Violation> wrong(List<String> asked) {
        return asked.isEmpty() || asked.size() > LookUps.VALUES_MAX
                ? List.of(
                        Violation.at(
                                "values",
                                "knowledge.wrong.count",
                                asked.size(),
                                LookUps.VALUES_MAX))
                : List.of();
    }

    /** What is known of the values, as a file. */
    @Requires("exchange:export")
    @PostMapping("/look-up.csv")
    ResponseEntity<String> lookUpFile(
            @RequestParam(defaultValue = "") String values, HttpServletRequest request) {
        List<String> asked = lines(values);
        Caller caller = callers.require();
        if (!wrong(asked).isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        Handling top = ceiling.of(caller).orElse(Handling.CLEAR);
        Text text = frames.of(request).text();
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(out, AnswerRows.columns(text))) {
            for (Answer answer : lookUps.lookUp(caller, LookUps.Way.PAGE, asked)) {
                new AnswerRows(text, top, clock.instant()).of(answer).forEach(csv::row);
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, named("qalxan-look-up.csv"))
                .body(out.toString());
    }

    private static String named(String file) {
        return "attachment; filename=\"" + file + "\"";
    }

    /** All indicators that hold, as a file. */
    @Requires("exchange:export")
    @GetMapping("/indicators.csv")
    void indicators(HttpServletResponse response) throws IOException {
        Caller caller = callers.require();
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named("qalxan-indicators.csv"));
        file.write(caller, "page", ceiling.of(caller).orElse(Handling.CLEAR), response.getWriter());
    }
}
