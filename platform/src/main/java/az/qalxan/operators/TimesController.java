package az.qalxan.operators;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Requires;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How soon operators answer: page and CSV. */
@Controller
class TimesController {

    private final AnswerTimes times;
    private final OrderPages pages;
    private final AuditLog audit;

    TimesController(AnswerTimes times, OrderPages pages, AuditLog audit) {
        this.times = times;
        this.pages = pages;
        this.audit = audit;
    }

    /** The table. */
    record TimesPage(List<AnswerTimes.Line> lines, Map<String, String> names) {

        TimesPage {
            lines = List.copyOf(lines);
            names = Map.copyOf(names);
        }

        /** Hours with one decimal, as the language writes it. */
        String hours(double hours, String language) {
            return String.format(Locale.of(language), "%.1f", hours);
        }

        String name(AnswerTimes.Line line) {
            return names.getOrDefault(line.provider(), line.provider());
        }
    }

    @Requires("operators:export")
    @GetMapping("/operators/answer-times")
    @Transactional
    public String page(Model model) {
        viewed("page");
        model.addAttribute("page", new TimesPage(times.lastYear(), pages.acronyms()));
        return "operators/times";
    }

    @Requires("operators:export")
    @GetMapping("/operators/answer-times.csv")
    @Transactional
    public ResponseEntity<byte[]> csv() {
        viewed("csv");
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "operator",
                                "kind",
                                "orders",
                                "answered",
                                "p50_hours",
                                "p90_hours",
                                "late",
                                "judged",
                                "late_share"))) {
            for (AnswerTimes.Line line : times.lastYear()) {
                csv.row(
                        List.of(
                                line.provider(),
                                line.kind(),
                                line.orders(),
                                line.answered(),
                                hours(line.p50()),
                                hours(line.p90()),
                                line.late(),
                                line.judged(),
                                String.format(Locale.ROOT, "%.3f", line.lateShare())));
            }
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("answer-times.csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hours(@Nullable Double hours) {
        return hours == null ? "" : String.format(Locale.ROOT, "%.2f", hours);
    }

    private void viewed(String as) {
        audit.record(
                OperatorsAct.TIMES_VIEWED,
                AuditSubject.of("operator-answer-times", "year"),
                Map.of("as", as));
    }
}
