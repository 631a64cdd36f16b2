package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with orders, on both sides. */
@Component
class Orders {

    private final OrderStore store;
    private final OrderTrail trail;
    private final OrderLaw law;
    private final OperatorsPack pack;
    private final Drafting drafting;
    private final CaseDesk cases;
    private final AuditLog audit;
    private final Clock clock;

    Orders(
            OrderStore store,
            OrderTrail trail,
            OrderLaw law,
            OperatorsPack pack,
            Drafting drafting,
            CaseDesk cases,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.law = law;
        this.pack = pack;
        this.drafting = drafting;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** An order and what only its own side knows. */
    record Seen(DataOrder order, Inside inside) {}

    /** An order as the authority's side sees it; not found for everybody else. */
    @Transactional(readOnly = true)
    Seen ofAuthority(String typed) {
        DataOrder order = find(typed);
        return new Seen(
                order,
                store.inside(order.id()).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    /** An order as its addressee sees it; not found for everybody else. */
    @Transactional(readOnly = true)
    DataOrder ofOperator(String typed, Caller caller) {
        DataOrder order = find(typed);
        if (!addressed(order, caller)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return order;
    }

    /** The order when the caller's organisation is its addressee; empty for the other side. */
    @Transactional(readOnly = true)
    Optional<DataOrder> addressedTo(String typed, Caller caller) {
        return Optional.of(find(typed)).filter(order -> addressed(order, caller));
    }

    static boolean addressed(DataOrder order, Caller caller) {
        return order.provider().equals(caller.body().value()) && order.times().approvedAt() != null;
    }

    private DataOrder find(String typed) {
        if (!OrderNumber.fits(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return store.find(new OrderNumber(typed))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    void viewed(DataOrder order, String as) {
        audit.record(
                OperatorsAct.VIEWED,
                AuditSubject.of("operator-order", order.number()),
                Map.of("as", as));
    }

    /** A step of the authority's side. */
    @Transactional
    void take(String number, int version, OrderStep step, Caller caller) {
        Seen seen = ofAuthority(number);
        Instant now = clock.instant();
        OrderMove.Circumstances given =
                new OrderMove.Circumstances(
                        caller.account().toString(),
                        seen.inside(),
                        pack.approvals(seen.order().demand().kind()),
                        now,
                        law.due(seen.order().demand(), now));
        DataOrder moved = moved(OrderMove.ofAuthority(seen.order(), step, given));
        save(moved, version, now);
        if (step instanceof OrderStep.Approve || step instanceof OrderStep.Confirm) {
            store.approved(moved.id(), caller.name(), caller.account().toString());
        }
        boolean shared =
                step instanceof OrderStep.Reply
                        || moved.times().approvedAt() != null
                                && !(step instanceof OrderStep.Confirm);
        note(moved, step, shared, caller);
    }

    /** A step of the addressee. */
    @Transactional
    void answer(String number, OrderStep step, Caller caller) {
        DataOrder order = ofOperator(number, caller);
        Instant now = clock.instant();
        DataOrder moved = moved(OrderMove.ofOperator(order, step, now));
        save(moved, order.version(), now);
        note(moved, step, true, caller);
    }

    private static DataOrder moved(OrderMove.Outcome outcome) {
        return switch (outcome) {
            case OrderMove.Outcome.Moved(DataOrder order) -> order;
            case OrderMove.Outcome.Refused(String why) -> throw OperatorsProblem.step(why);
        };
    }

    private void save(DataOrder order, int version, Instant now) {
        if (order.version() != version || !store.save(order, now)) {
            throw ProblemFound.of(OperatorsProblem.ORDER_CHANGED);
        }
    }

    private void note(DataOrder order, OrderStep step, boolean shared, Caller caller) {
        trail.note(
                order.id(),
                new OrderTrail.Happening(
                        clock.instant(),
                        step.code(),
                        step.byOperator() ? "operator" : "authority",
                        shared,
                        caller.name(),
                        step.words()));
        AuditSubject subject = AuditSubject.of("operator-order", order.number());
        if (step.byOperator()) {
            audit.record(
                    OperatorsAct.of(step), subject, new AuditLog.Concern(order.body(), Map.of()));
        } else {
            audit.record(OperatorsAct.of(step), subject, Map.of());
        }
    }

    /** Attaches an order to a further case; a restricted case takes only orders of its own. */
    @Transactional
    void attach(String number, String caseNumber) {
        DataOrder order = ofAuthority(number).order();
        CaseHead head = cases.require(caseNumber.strip());
        boolean fits =
                head.body().value().equals(order.body())
                        && Objects.equals(head.compartment(), order.compartment());
        if (!fits) {
            throw OperatorsProblem.step("case");
        }
        drafting.attach(order, head);
    }

    /** Keeps a file of the answer, with its digest. */
    @Transactional
    OrderTrail.OrderFile give(String number, String name, byte[] content, Caller caller) {
        DataOrder order = ofOperator(number, caller);
        if (!order.is(OrderStatus.AWAITING_DISCLOSURE)
                || trail.files(order.id()).size() >= OrderTrail.FILES_MAX) {
            throw OperatorsProblem.step("state");
        }
        if (content.length == 0 || content.length > OrderTrail.FILE_BYTES_MAX) {
            throw ProblemFound.of(WebProblem.TOO_LARGE);
        }
        OrderTrail.OrderFile file =
                new OrderTrail.OrderFile(
                        UUID.randomUUID(),
                        FileNames.clean(name),
                        content.length,
                        Sha256.of(content),
                        caller.name(),
                        clock.instant());
        trail.keep(order.id(), file, content);
        trail.note(
                order.id(),
                new OrderTrail.Happening(
                        file.at(),
                        "file",
                        "operator",
                        true,
                        caller.name(),
                        file.name() + " · SHA-256 " + file.sha256()));
        audit.record(
                OperatorsAct.FILE_GIVEN,
                AuditSubject.of("operator-order", order.number()),
                new AuditLog.Concern(order.body(), Map.of("sha256", file.sha256())));
        return file;
    }

    /** A file and its content. */
    record Opened(OrderTrail.OrderFile file, byte[] content) {}

    /** Hands a file out after comparing its digest. */
    @Transactional
    Opened open(DataOrder order, UUID id) {
        OrderTrail.OrderFile file =
                trail.files(order.id()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        byte[] content = trail.content(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!Sha256.of(content).equals(file.sha256())) {
            throw new IllegalStateException("the content of file " + id + " was changed");
        }
        audit.record(
                OperatorsAct.FILE_OPENED,
                AuditSubject.of("operator-order", order.number()),
                Map.of("file", id.toString(), "sha256", file.sha256()));
        return new Opened(file, content);
    }
}
