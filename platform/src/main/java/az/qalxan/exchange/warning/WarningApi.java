package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Warnings for programs of the bodies that they reach. */
@RestController
@RequestMapping("/api/warnings")
@Tag(name = "Warnings")
class WarningApi {

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final WarningReceipts receipts;
    private final WarningDesk desk;
    private final WarningCap cap;
    private final AuditLog audit;
    private final CurrentCaller callers;

    WarningApi(
            WarningStore store,
            WarningDeliveryStore deliveries,
            WarningReceipts receipts,
            WarningDesk desk,
            WarningCap cap,
            AuditLog audit,
            CurrentCaller callers) {
        this.store = store;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.desk = desk;
        this.cap = cap;
        this.audit = audit;
        this.callers = callers;
    }

    /** A warning as programs get it. */
    record Got(
            String number,
            boolean drill,
            String kind,
            String from,
            String handling,
            String severity,
            String headline,
            @Nullable Instant releasedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant acknowledgedAt) {}

    @Operation(summary = "The warnings that reached the program's body, the newest first")
    @Requires("warning:read")
    @GetMapping
    @Transactional
    public List<Got> received() {
        Caller caller = callers.require();
        audit.record(WarningAct.LIST_VIEWED, AuditSubject.of("warning-list", caller.body()));
        List<Warning> there = store.ofOthers(caller.body().value());
        Map<java.util.UUID, WarningDelivery> own = new java.util.HashMap<>();
        deliveries.of(there.stream().map(Warning::id).toList()).stream()
                .filter(one -> one.toBody().equals(caller.body().value()))
                .forEach(one -> own.put(one.warning(), one));
        return there.stream()
                .filter(one -> own.containsKey(one.id()))
                .map(one -> got(one, own.get(one.id())))
                .toList();
    }

    private static Got got(Warning one, @Nullable WarningDelivery own) {
        return new Got(
                one.number(),
                one.drill(),
                one.kind().code(),
                one.body(),
                one.said().handling().label(),
                one.said().severity(),
                (one.drill() ? "DRILL: " : "") + one.said().en().headline(),
                one.course().releasedAt(),
                one.expiresAt(),
                own == null ? null : own.acknowledgedAt());
    }

    @Operation(summary = "A warning as CAP 1.2")
    @Requires("warning:read")
    @GetMapping("/{number}/cap")
    @Transactional
    public ResponseEntity<String> cap(@PathVariable String number) {
        Caller caller = callers.require();
        Warning one =
                store.find(number)
                        .filter(Warning::released)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        desk.may(caller, Verb.READ, one.said().handling());
        audit.record(
                WarningAct.EXPORTED,
                AuditSubject.of(WarningDesk.SUBJECT, number),
                Map.of("form", "cap"));
        return ResponseEntity.ok().contentType(WarningFiles.CAP).body(cap.xml(one));
    }

    /** What the body says with its acknowledgement. */
    record Acknowledgement(@Nullable String words) {}

    @Operation(
            summary = "Acknowledge a warning for the program's body",
            description = "409: the body acknowledged it before.")
    @Requires("warning:update")
    @PostMapping("/{number}/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable String number, @RequestBody Acknowledgement said) {
        receipts.acknowledge(callers.require(), number, said.words() == null ? "" : said.words());
    }
}
