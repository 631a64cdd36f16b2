package az.qalxan.strategy.files;

import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.print.Tabular;
import az.qalxan.print.TabularFiles;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.Plans;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands views of the plan out as files. */
@Controller
class FilesController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Plans plans;
    private final PlanViews views;
    private final TabularFiles files;
    private final AuditLog audit;
    private final PageFrames frames;
    private final Clock clock;

    FilesController(
            Plans plans,
            PlanViews views,
            TabularFiles files,
            AuditLog audit,
            PageFrames frames,
            Clock clock) {
        this.plans = plans;
        this.views = views;
        this.files = files;
        this.audit = audit;
        this.frames = frames;
        this.clock = clock;
    }

    @Requires("strategy:export")
    @GetMapping("/strategy/files/{view}.{format:csv|xlsx|pdf|json}")
    @Transactional
    public ResponseEntity<byte[]> file(
            @PathVariable String view,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        Tabular table = table(view, body, format, request);
        return switch (format) {
            case "csv" -> file(files.csv(table), CSV, name(view, body, format));
            case "xlsx" -> file(files.xlsx(table), XLSX, name(view, body, format));
            case "pdf" ->
                    file(
                            files.pdf(table, clock.instant()),
                            MediaType.APPLICATION_PDF,
                            name(view, body, format));
            default ->
                    file(files.json(table), MediaType.APPLICATION_JSON, name(view, body, format));
        };
    }

    /** The same for a body's programs. */
    @Requires("strategy:export")
    @GetMapping("/api/strategy/views/{view}")
    @Transactional
    public ResponseEntity<byte[]> forPrograms(
            @PathVariable String view,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(files.json(table(view, body, "json", request)));
    }

    private Tabular table(String view, String body, String format, HttpServletRequest request) {
        View asked = View.of(view).orElseThrow(FilesController::notFound);
        Plan plan = plans.current().orElseThrow(FilesController::notFound);
        Tabular table = views.of(asked, plan, body(plan, body), frames.of(request).text());
        audit.record(
                FilesAct.TAKEN,
                new AuditSubject("plan-edition", plan.edition().id().toString()),
                Map.of("view", asked.code(), "format", format, "body", body));
        return table;
    }

    private static @Nullable BodyCode body(Plan plan, String code) {
        if (code.isEmpty()) {
            return null;
        }
        return plan.bodies().stream()
                .filter(one -> one.value().equals(code))
                .findAny()
                .orElseThrow(FilesController::notFound);
    }

    private static String name(String view, String body, String format) {
        return "qalxan-plan-" + view + (body.isEmpty() ? "" : "-" + body) + "." + format;
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static ProblemFound notFound() {
        return ProblemFound.of(WebProblem.NOT_FOUND);
    }
}
