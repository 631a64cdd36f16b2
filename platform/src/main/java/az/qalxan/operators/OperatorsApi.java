package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.warrants.Warrants;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for an operator's programs: JSON, and the messages of ETSI TS 103 120. */
@RestController
@RequestMapping("/api/operators")
@Tag(name = "Operator orders")
class OperatorsApi {

    private final Orders orders;
    private final OrderStore store;
    private final OrderTrail trail;
    private final EtsiDesk desk;
    private final EtsiImport messages;
    private final OrderMessages authority;
    private final AuditLog audit;
    private final CurrentCaller callers;

    OperatorsApi(
            Orders orders,
            OrderStore store,
            OrderTrail trail,
            EtsiDesk desk,
            EtsiImport messages,
            OrderMessages authority,
            AuditLog audit,
            CurrentCaller callers) {
        this.orders = orders;
        this.store = store;
        this.trail = trail;
        this.desk = desk;
        this.messages = messages;
        this.authority = authority;
        this.audit = audit;
        this.callers = callers;
    }

    /** An order as its addressee may know it. */
    record OrderMessage(
            String number,
            UUID task,
            UUID authorisation,
            String from,
            String kind,
            String status,
            String approval,
            boolean emergency,
            boolean test,
            List<Identifier> identifiers,
            @Nullable Instant dataFrom,
            @Nullable Instant dataUntil,
            String words,
            String basis,
            boolean basisVerified,
            @Nullable Instant servedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant dueAt,
            List<FileMessage> files) {

        OrderMessage {
            identifiers = List.copyOf(identifiers);
            files = List.copyOf(files);
        }
    }

    /** A file of an answer. */
    record FileMessage(UUID id, String name, long bytes, String sha256) {}

    @Operation(summary = "The orders to the caller's organisation, open ones first")
    @Requires("operators:read")
    @GetMapping("/orders")
    @Transactional
    public List<OrderMessage> list() {
        Caller caller = callers.require();
        audit.record(
                OperatorsAct.LIST_VIEWED,
                AuditSubject.of("operator-order-list", caller.body()),
                Map.of("as", "program"));
        return store.toProvider(caller.body().value(), null).stream()
                .map(one -> message(one, List.of()))
                .toList();
    }

    @Operation(summary = "One order to the caller's organisation; the view is recorded")
    @Requires("operators:read")
    @GetMapping("/orders/{number}")
    @Transactional
    public OrderMessage order(@PathVariable String number) {
        DataOrder order = orders.ofOperator(number, callers.require());
        orders.viewed(order, "program");
        return message(order, trail.files(order.id()));
    }

    /** A step of the operator: acknowledge, ask, disclose, unavailable, fault, unclear. */
    record StepMessage(@Nullable String step, @Nullable String words) {}

    @Operation(summary = "Acknowledge, ask about or answer an order")
    @Requires("operators:update")
    @PostMapping("/orders/{number}/steps")
    @Transactional
    public OrderMessage step(@PathVariable String number, @RequestBody StepMessage message) {
        Caller caller = callers.require();
        String words = message.words() == null ? "" : message.words();
        OrderStep step =
                switch (message.step() == null ? "" : message.step()) {
                    case "acknowledge" -> new OrderStep.Acknowledge();
                    case "ask" -> new OrderStep.Ask(OrderController.said(words));
                    case "disclose" -> new OrderStep.Disclose(OrderController.said(words));
                    case "unavailable" -> new OrderStep.Unavailable(OrderController.said(words));
                    case "fault" -> new OrderStep.Fault(OrderController.said(words));
                    case "unclear" -> new OrderStep.Unclear(OrderController.said(words));
                    default -> throw unknown(message.step());
                };
        orders.answer(number, step, caller);
        DataOrder order = orders.ofOperator(number, caller);
        return message(order, trail.files(order.id()));
    }

    private static ProblemFound unknown(@Nullable String step) {
        Typed typed = new Typed();
        typed.wrong("step", "operators.wrong.step", step == null ? "" : step);
        typed.pass();
        return ProblemFound.of(WebProblem.INVALID_INPUT);
    }

    @Operation(summary = "Upload a file of the answer; the answer names its SHA-256")
    @Requires("operators:update")
    @PostMapping(
            path = "/orders/{number}/files",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    FileMessage give(
            @PathVariable String number, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(OrderTrail.FILE_BYTES_MAX + 1);
        OrderTrail.OrderFile file = orders.give(number, name, content, callers.require());
        return new FileMessage(file.id(), file.name(), file.bytes(), file.sha256());
    }

    /** Either side reads the order as a message; whoever may not is told that there is none. */
    @Operation(summary = "An order as a message of ETSI TS 103 120")
    @Requires("operators:read")
    @GetMapping("/orders/{number}/etsi.xml")
    @Transactional
    public ResponseEntity<byte[]> message(@PathVariable String number) {
        byte[] xml =
                orders.addressedTo(number, callers.require())
                        .map(messages::export)
                        .orElseGet(() -> authority.of(number));
        return Handout.xml(number + ".xml", xml);
    }

    /** Takes a message and answers in the protocol's own form, also when it cannot be read. */
    @Operation(summary = "A message of ETSI TS 103 120; answered by a message")
    @Requires("operators:update")
    @PostMapping(
            path = "/etsi",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ResponseEntity<byte[]> etsi(HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(Warrants.BYTES_MAX + 1);
        if (content.length > Warrants.BYTES_MAX) {
            throw ProblemFound.of(WebProblem.TOO_LARGE);
        }
        EtsiDesk.Answered answered = desk.answer(content, callers.require());
        return ResponseEntity.status(
                        answered.taken() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_XML)
                .body(answered.xml());
    }

    private static OrderMessage message(DataOrder order, List<OrderTrail.OrderFile> files) {
        DataOrder.Demand demand = order.demand();
        DataOrder.Times times = order.times();
        return new OrderMessage(
                order.number().value(),
                order.id(),
                order.authorisation(),
                order.body(),
                demand.kind().code(),
                order.status().code(),
                order.approval().code(),
                demand.emergency(),
                demand.test(),
                demand.identifiers(),
                demand.from(),
                demand.until(),
                demand.words(),
                order.ground().clause(),
                order.ground().verified(),
                times.approvedAt(),
                times.acknowledgedAt(),
                times.answeredAt(),
                times.dueAt(),
                files.stream()
                        .map(one ->
                                new FileMessage(one.id(), one.name(), one.bytes(), one.sha256()))
                        .toList());
    }
}
