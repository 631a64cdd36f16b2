package az.qalxan.strategy.indicator;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.strategy.indicator.IndicatorFiles.ToldIndicator;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Indicators as pages and files. */
@Controller
@RequestMapping("/strategy/indicators")
class IndicatorController {

    static final String CODE = "/{code}";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final IndicatorPages pages;
    private final IndicatorFiles files;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    IndicatorController(
            IndicatorPages pages,
            IndicatorFiles files,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.pages = pages;
        this.files = files;
        this.callers = callers;
        this.audit = audit;
        this.frames = frames;
    }

    @Requires("strategy:read")
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", pages.list(day(known), state, text(request)));
        return "strategy/indicator/list";
    }

    @Requires("strategy:read")
    @GetMapping(CODE)
    String page(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String known,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", found(code, period, known, text(request)));
        return "strategy/indicator/page";
    }

    @Requires("strategy:read")
    @GetMapping("/figures")
    String figures(Model model) {
        model.addAttribute("page", pages.registers(callers.require()));
        return "strategy/indicator/figures";
    }

    @Requires("strategy:export")
    @GetMapping("/all.csv")
    @Transactional
    public ResponseEntity<String> allFile(HttpServletRequest request) {
        exported("all");
        Text text = text(request);
        return csv("qalxan-indicators.csv", files.list(pages.list(null, "", text), text));
    }

    @Requires("strategy:export")
    @GetMapping("/all.json")
    @Transactional
    public ResponseEntity<List<ToldIndicator>> allAnswer(HttpServletRequest request) {
        exported("all");
        return json("qalxan-indicators.json", files.told(pages.list(null, "", text(request))));
    }

    @Requires("strategy:export")
    @GetMapping(CODE + "/values.csv")
    @Transactional
    public ResponseEntity<String> file(@PathVariable String code, HttpServletRequest request) {
        Text text = text(request);
        IndicatorPages.Page page = found(code, "", "", text);
        exported(code);
        return csv("qalxan-" + code + ".csv", files.values(page, text));
    }

    @Requires("strategy:export")
    @GetMapping(CODE + "/values.json")
    @Transactional
    public ResponseEntity<ToldIndicator> answer(
            @PathVariable String code, HttpServletRequest request) {
        IndicatorPages.Page page = found(code, "", "", text(request));
        exported(code);
        return json("qalxan-" + code + ".json", files.told(page));
    }

    private IndicatorPages.Page found(String code, String period, String known, Text text) {
        return pages.page(code, FigurePeriod.parse(period).orElse(null), day(known), text)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private void exported(String what) {
        audit.record(IndicatorAct.EXPORTED, AuditSubject.of("indicator", what), Map.of());
    }

    private Text text(HttpServletRequest request) {
        return frames.of(request).text();
    }

    /** The typed day; null for none and for what is no day. */
    static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ResponseEntity<String> csv(String name, String content) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static <T> ResponseEntity<T> json(String name, T content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static String attachment(String name) {
        return "attachment; filename=\"" + name + "\"";
    }
}
