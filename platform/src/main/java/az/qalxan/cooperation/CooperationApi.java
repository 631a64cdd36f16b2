package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests between authorities for programs. */
@RestController
@RequestMapping("/api/cooperation/requests")
@Tag(name = "Cooperation")
class CooperationApi {

    private static final int ROWS = 100;

    private final Requests requests;
    private final RequestReading reading;
    private final DeskStore desk;
    private final BasisStore bases;
    private final TermStore terms;
    private final TaskStore tasks;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    CooperationApi(
            Requests requests,
            RequestReading reading,
            DeskStore desk,
            BasisStore bases,
            TermStore terms,
            TaskStore tasks,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.desk = desk;
        this.bases = bases;
        this.terms = terms;
        this.tasks = tasks;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** A request as a program sends it; absent fields are empty, times are ISO 8601 in UTC. */
    record RequestMessage(
            @Nullable String kind,
            @Nullable String direction,
            @Nullable String state,
            @Nullable String authority,
            @Nullable String zone,
            @Nullable String reference,
            @Nullable String person,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String offence,
            @Nullable String facts,
            @Nullable String data,
            @Nullable String custodian,
            @Nullable String necessity,
            @Nullable String ownReference,
            @Nullable Boolean emergency,
            @Nullable String receivedAt,
            @Nullable String handling) {

        Map<String, String> fields() {
            Map<String, @Nullable String> given = new HashMap<>();
            given.put("kind", kind);
            given.put("direction", direction);
            given.put("state", state);
            given.put("authority", authority);
            given.put("zone", zone);
            given.put("reference", reference);
            given.put("person", person);
            given.put("email", email);
            given.put("phone", phone);
            given.put("offence", offence);
            given.put("facts", facts);
            given.put("data", data);
            given.put("custodian", custodian);
            given.put("necessity", necessity);
            given.put("ownReference", ownReference);
            given.put("emergency", String.valueOf(Boolean.TRUE.equals(emergency)));
            given.put("receivedAt", receivedAt);
            given.put("handling", handling);
            Map<String, String> fields = new HashMap<>();
            given.forEach((name, value) -> fields.put(name, Objects.requireNonNullElse(value, "")));
            return fields;
        }
    }

    /** What became of a request that was sent; {@code fresh} is false when it was known. */
    record EnteredMessage(String number, boolean fresh) {}

    @Operation(
            summary = "Enter a request",
            description = "With an Idempotency-Key the same call enters nothing a second time.")
    @Requires("cooperation:create")
    @PostMapping
    ResponseEntity<EnteredMessage> enter(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody RequestMessage message) {
        Caller caller = callers.require();
        @Nullable String id =
                key.isBlank() || key.length() > RequestReading.LINE_MAX
                        ? null
                        : caller.account() + ":" + key;
        RequestReading.Typed typed =
                new RequestReading.Typed(
                        message.fields(), caller.body(), null, "", clock.instant());
        return switch (reading.read(typed, "api", id)) {
            case RequestReading.Unreadable bad ->
                    throw NewRequestController.invalid(bad.violations());
            case RequestReading.Read good -> {
                Requests.Entered entered = requests.enter(good.request(), caller.name());
                yield ResponseEntity.status(entered.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new EnteredMessage(entered.number().value(), entered.fresh()));
            }
        };
    }

    /** A request in one line. */
    record LineMessage(
            String number,
            String kind,
            String direction,
            String state,
            String country,
            String authority,
            String subject,
            @Nullable String next,
            @Nullable Instant nextAt,
            String handling) {

        static LineMessage of(RequestLine line) {
            NextMoment next = line.next();
            return new LineMessage(
                    line.head().number().value(),
                    line.kind(),
                    line.head().direction().code(),
                    line.request().code(),
                    line.head().counterpart().state(),
                    line.head().counterpart().name(),
                    line.head().substance().subject(),
                    next == null ? null : next.code(),
                    next == null ? null : next.at(),
                    line.head().sight().handling().label());
        }
    }

    @Operation(summary = "Open requests by what runs out next; the view is recorded")
    @Requires("cooperation:read")
    @GetMapping
    @Transactional
    public List<LineMessage> open(@RequestParam(defaultValue = "100") int rows) {
        Caller caller = callers.require();
        audit.record(
                CooperationAct.LISTED,
                AuditSubject.of("request-list", caller.body()),
                Map.of("list", "program"));
        return desk.open(caller.body(), DeskStore.Filter.ALL, Math.clamp(rows, 1, ROWS)).stream()
                .map(LineMessage::of)
                .toList();
    }

    /** A clock as programs read it. */
    record ClockMessage(
            String rule,
            String kind,
            String clause,
            String standing,
            String zone,
            Instant start,
            Instant end,
            boolean provisional,
            String state) {}

    /** A task as programs read it. */
    record TaskMessage(String plan, String state, Instant raiseAt, Instant dueAt, boolean missed) {}

    /** A request with its basis, clocks and tasks. */
    record FullMessage(
            LineMessage request,
            int version,
            @Nullable LawSnapshot basis,
            List<ClockMessage> clocks,
            List<TaskMessage> tasks) {}

    @Operation(summary = "One request with its basis, clocks and tasks; the view is recorded")
    @Requires("cooperation:read")
    @GetMapping("/{number}")
    @Transactional
    public FullMessage one(@PathVariable String number) {
        RequestLine line = requests.view(Requests.number(number));
        return new FullMessage(
                LineMessage.of(line),
                line.head().version(),
                bases.inForce(line.head().id()).map(ChosenBasis::law).orElse(null),
                terms.of(line.head().id()).stream().map(CooperationApi::clock).toList(),
                tasks.of(line.head().id()).stream()
                        .map(task ->
                                new TaskMessage(
                                        task.plan(),
                                        task.state(),
                                        task.raiseAt(),
                                        task.dueAt(),
                                        task.missed()))
                        .toList());
    }

    private static ClockMessage clock(Term term) {
        return new ClockMessage(
                term.rule().id(),
                term.rule().kind(),
                term.rule().clause(),
                term.rule().standing(),
                term.zone().getId(),
                term.startedAt(),
                term.endsAt(),
                term.provisional(),
                term.state());
    }
}
