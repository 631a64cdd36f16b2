package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Warnings as files: CAP 1.2 for other systems, the matrix for the review afterwards. */
@Controller
@RequestMapping("/warnings")
class WarningFiles {

    static final MediaType CAP = new MediaType("application", "cap+xml");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final WarningDesk desk;
    private final WarningCap cap;
    private final AuditLog audit;
    private final CurrentCaller callers;

    WarningFiles(
            WarningStore store,
            WarningDeliveryStore deliveries,
            WarningDesk desk,
            WarningCap cap,
            AuditLog audit,
            CurrentCaller callers) {
        this.store = store;
        this.deliveries = deliveries;
        this.desk = desk;
        this.cap = cap;
        this.audit = audit;
        this.callers = callers;
    }

    @Requires("warning:export")
    @GetMapping("/{number}/cap")
    @Transactional
    public ResponseEntity<String> cap(@PathVariable String number) {
        Warning one = leaving(callers.require(), number, "cap");
        return file(CAP, number + ".cap.xml", cap.xml(one));
    }

    @Requires("warning:export")
    @GetMapping("/{number}/matrix.csv")
    @Transactional
    public ResponseEntity<String> matrix(@PathVariable String number) {
        Caller caller = callers.require();
        Warning one = leaving(caller, number, "csv");
        if (!one.body().equals(caller.body().value())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "warning",
                                "drill",
                                "body",
                                "state",
                                "sent",
                                "opened",
                                "acknowledged",
                                "acknowledged_by",
                                "seconds",
                                "words",
                                "marking"))) {
            deliveries.of(one.id()).forEach(delivery -> csv.row(row(one, delivery)));
        }
        return file(CSV, number + "-matrix.csv", out.toString());
    }

    /** The warning, if it is out and its marking lets it leave as a file of the caller's body. */
    private Warning leaving(Caller caller, String number, String form) {
        Warning one =
                store.find(number)
                        .filter(Warning::released)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        desk.may(caller, Verb.EXPORT, one.said().handling());
        audit.record(
                WarningAct.EXPORTED,
                AuditSubject.of(WarningDesk.SUBJECT, number),
                Map.of("form", form));
        return one;
    }

    private static List<?> row(Warning one, WarningDelivery delivery) {
        Instant acknowledged = delivery.acknowledgedAt();
        return Arrays.asList(
                one.number(),
                one.drill() ? "yes" : "",
                delivery.toBody(),
                delivery.state(),
                text(delivery.sentAt()),
                text(delivery.openedAt()),
                text(acknowledged),
                delivery.acknowledgedBy(),
                acknowledged == null
                        ? null
                        : Duration.between(
                                        Objects.requireNonNull(one.course().releasedAt()),
                                        acknowledged)
                                .toSeconds(),
                delivery.words(),
                one.said().handling().label());
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static ResponseEntity<String> file(MediaType type, String name, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
