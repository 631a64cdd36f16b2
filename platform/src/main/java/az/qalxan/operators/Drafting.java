package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts of orders, from the form or from a message. */
@Component
class Drafting {

    private static final int DRAWS_MAX = 20;

    private final OrderStore store;
    private final OrderTrail trail;
    private final ProviderStore providers;
    private final OrderLaw law;
    private final OperatorsPack pack;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random;

    Drafting(
            OrderStore store,
            OrderTrail trail,
            ProviderStore providers,
            OrderLaw law,
            OperatorsPack pack,
            CaseDesk cases,
            AuditLog audit,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.trail = trail;
        this.providers = providers;
        this.law = law;
        this.pack = pack;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** The form's fields as they came. */
    record Form(
            String provider,
            String kind,
            String emergency,
            String test,
            String identifiers,
            String format,
            String from,
            String until,
            String words,
            String purpose,
            String basis,
            String basisReason,
            String caseNumber) {}

    /** What a draft is made of. */
    record Draft(
            String provider,
            DataOrder.Demand demand,
            DataOrder.Ground ground,
            String purpose,
            String basisReason,
            @Nullable CaseHead attached) {}

    /** Where a draft came from, if not from the form. */
    record Origin(UUID id, UUID authorisation, @Nullable UUID message) {

        static Origin fresh() {
            return new Origin(UUID.randomUUID(), UUID.randomUUID(), null);
        }
    }

    LocalDate today() {
        return clock.instant().atZone(pack.zone()).toLocalDate();
    }

    @Transactional
    OrderNumber draft(Form form, Caller caller) {
        Typed typed = new Typed();
        OrderKind kind = OrderKind.of(form.kind()).orElse(OrderKind.SUBSCRIBER);
        if (OrderKind.of(form.kind()).isEmpty()) {
            typed.wrong("kind", "operators.wrong.kind", form.kind());
        }
        if (providers.find(form.provider()).isEmpty()) {
            typed.wrong("provider", "operators.wrong.provider", form.provider());
        }
        Instant from = typed.moment("from", form.from(), pack.zone());
        Instant until = typed.moment("until", form.until(), pack.zone());
        if (from != null && until != null && until.isBefore(from)) {
            typed.wrong("until", "operators.wrong.period");
        }
        DataOrder.Demand demand =
                new DataOrder.Demand(
                        kind,
                        !form.emergency().isEmpty(),
                        !form.test().isEmpty(),
                        identifiers(form, typed),
                        from,
                        until,
                        typed.words("words", form.words()));
        String purpose = typed.words("purpose", form.purpose());
        List<OrderLaw.Choice> choices = law.choices(kind, today());
        DataOrder.Ground ground = ground(form, choices, typed);
        String reason = form.basisReason().strip();
        boolean proposed = !choices.isEmpty() && choices.getFirst().ground().equals(ground);
        if (!proposed) {
            reason = typed.words("basisReason", reason);
        }
        typed.pass();
        CaseHead attached =
                form.caseNumber().isBlank() ? null : cases.require(form.caseNumber().strip());
        if (attached != null && !attached.body().equals(caller.body())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return draft(
                new Draft(form.provider(), demand, ground, purpose, reason, attached),
                Origin.fresh(),
                caller);
    }

    private static DataOrder.Ground ground(Form form, List<OrderLaw.Choice> choices, Typed typed) {
        return choices.stream()
                .map(OrderLaw.Choice::ground)
                .filter(one -> one.clause().equals(form.basis()))
                .findFirst()
                .orElseGet(() -> {
                    typed.wrong("basis", "operators.wrong.basis", form.basis());
                    return new DataOrder.Ground("", new Words("", ""), false);
                });
    }

    private static List<Identifier> identifiers(Form form, Typed typed) {
        List<Identifier> read = new ArrayList<>();
        for (String line : form.identifiers().lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            Identifier.read(form.format(), line)
                    .ifPresentOrElse(
                            read::add,
                            () -> typed.wrong("identifiers", "operators.wrong.identifier", line));
        }
        if (read.isEmpty() || read.size() > Identifier.COUNT_MAX) {
            typed.wrong(
                    "identifiers",
                    "operators.wrong.identifiers",
                    read.size(),
                    Identifier.COUNT_MAX);
        }
        return read;
    }

    /** Stores a draft in the caller's transaction. */
    OrderNumber draft(Draft draft, Origin origin, Caller caller) {
        Instant now = clock.instant();
        CaseHead attached = draft.attached();
        DataOrder order =
                new DataOrder(
                        origin.id(),
                        origin.authorisation(),
                        number(caller),
                        caller.body().value(),
                        draft.provider(),
                        OrderStatus.AWAITING_APPROVAL,
                        OrderApproval.AWAITING_APPROVAL,
                        "",
                        draft.demand(),
                        draft.ground(),
                        new DataOrder.Times(now, null, null, null, null, "", new Words("", "")),
                        attached == null ? Handling.AMBER : attached.handling(),
                        compartment(attached),
                        0);
        store.insert(order);
        store.insert(
                order,
                new Inside(draft.purpose(), caller.name(), "", "", "", "", draft.basisReason()),
                origin.message());
        trail.note(
                order.id(),
                new OrderTrail.Happening(now, "draft", "authority", false, caller.name(), ""));
        audit.record(
                OperatorsAct.DRAFTED,
                AuditSubject.of("operator-order", order.number()),
                Map.of(
                        "operator", order.provider(),
                        "kind", order.demand().kind().code(),
                        "basis", order.ground().clause()));
        if (attached != null) {
            attach(order, attached);
        }
        return order.number();
    }

    /** Attaches an order to a case of the same body that is no more restricted than the order. */
    void attach(DataOrder order, CaseHead head) {
        if (store.attach(order, head.number().value(), clock.instant())) {
            audit.record(
                    OperatorsAct.ATTACHED,
                    AuditSubject.of("operator-order", order.number()),
                    Map.of("case", head.number().value()));
        }
    }

    private static @Nullable CompartmentId compartment(@Nullable CaseHead head) {
        return head == null ? null : head.compartment();
    }

    private OrderNumber number(Caller caller) {
        for (int i = 0; i < DRAWS_MAX; i++) {
            OrderNumber drawn = OrderNumber.drawn(pack.country(), caller.body().value(), random);
            if (store.free(drawn)) {
                return drawn;
            }
        }
        throw new IllegalStateException("no free number after " + DRAWS_MAX + " draws");
    }
}
