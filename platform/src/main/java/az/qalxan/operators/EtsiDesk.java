package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.engines.warrants.DictionaryEntry;
import az.qalxan.engines.warrants.Endpoint;
import az.qalxan.engines.warrants.ErrorInformation;
import az.qalxan.engines.warrants.Finding;
import az.qalxan.engines.warrants.HiMessage;
import az.qalxan.engines.warrants.HiMessage.ActionResponse;
import az.qalxan.engines.warrants.HiMessage.Answer;
import az.qalxan.engines.warrants.HiMessage.Ask;
import az.qalxan.engines.warrants.HiObject;
import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.Stamp;
import az.qalxan.engines.warrants.Warrants;
import az.qalxan.web.ProblemFound;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers the messages of an operator's program in the protocol's own form. */
@Component
class EtsiDesk {

    private static final int FINDINGS_TOLD = 5;

    private final EtsiImport messages;
    private final EtsiOrders words;
    private final Orders orders;
    private final OrderStore store;
    private final ProviderStore providers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EtsiDesk(
            EtsiImport messages,
            EtsiOrders words,
            Orders orders,
            OrderStore store,
            ProviderStore providers,
            Clock clock,
            PlatformTransactionManager manager) {
        this.messages = messages;
        this.words = words;
        this.orders = orders;
        this.store = store;
        this.providers = providers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Codes of errors; the standard leaves them to the national profile. */
    enum Trouble {
        MALFORMED(1),
        NOT_YOU(2),
        NOT_FOUND(3),
        NOT_ALLOWED(4),
        NOT_SUPPORTED(5);

        private final int code;

        Trouble(int code) {
            this.code = code;
        }

        ErrorInformation with(String description) {
            return ErrorInformation.of(code, description);
        }
    }

    /** An answer and whether the message as a whole was taken. */
    record Answered(byte[] xml, boolean taken) {}

    Answered answer(byte[] content, Caller caller) {
        Reading reading = Warrants.read(content);
        run(() -> messages.keep(content, reading, caller));
        Endpoint self = words.endpoint("qalxan");
        return switch (reading) {
            case Reading.Malformed malformed ->
                    failed(
                            self,
                            words.endpoint(caller.body().value()),
                            UUID.randomUUID().toString(),
                            Trouble.MALFORMED.with(told(malformed.violations())));
            case Reading.Understood understood -> answer(understood.message(), self, caller);
        };
    }

    private static String told(List<Finding> violations) {
        return violations.stream()
                .limit(FINDINGS_TOLD)
                .map(Finding::toString)
                .collect(Collectors.joining("; "));
    }

    private Answered answer(HiMessage message, Endpoint self, Caller caller) {
        Endpoint sender = message.header().sender();
        String transactionId = message.header().transaction();
        boolean own =
                Boolean.TRUE.equals(
                        transaction.execute(status ->
                                providers
                                        .byEndpoint(sender.country(), sender.identifier())
                                        .filter(one -> one.code().equals(caller.body().value()))
                                        .isPresent()));
        if (!own) {
            return failed(
                    self,
                    sender,
                    transactionId,
                    Trouble.NOT_YOU.with("the sender is not the organisation of this token"));
        }
        if (!(message.body() instanceof HiMessage.Body.Request request)) {
            return failed(
                    self,
                    sender,
                    transactionId,
                    Trouble.NOT_SUPPORTED.with("only requests are answered here"));
        }
        List<ActionResponse> answers = new ArrayList<>();
        for (HiMessage.ActionRequest action : request.actions()) {
            answers.add(new ActionResponse(action.id(), done(action.ask(), caller)));
        }
        return new Answered(
                Warrants.write(
                        new HiMessage(
                                words.header(self, sender, transactionId, clock.instant()),
                                new HiMessage.Body.Response(List.copyOf(answers)))),
                true);
    }

    private Answered failed(
            Endpoint self, Endpoint to, String transactionId, ErrorInformation error) {
        return new Answered(
                Warrants.write(
                        new HiMessage(
                                words.header(self, to, transactionId, clock.instant()),
                                new HiMessage.Body.Failure(error))),
                false);
    }

    /** Each action stands by itself: one that is refused leaves the others. */
    private Answer done(Ask ask, Caller caller) {
        try {
            return run(() -> act(ask, caller));
        } catch (ProblemFound e) {
            return refused(Trouble.NOT_ALLOWED, e.problem().slug());
        }
    }

    private Answer act(Ask ask, Caller caller) {
        return switch (ask) {
            case Ask.Get(String id) ->
                    own(id, caller)
                            .map(order -> got(order, id, caller))
                            .orElseGet(EtsiDesk::absent);
            case Ask.ListObjects list -> list(list, caller);
            case Ask.Update(HiObject object) -> update(object, caller);
            case Ask.Create(HiObject object) -> create(object, caller);
            case Ask.Deliver deliver -> deliver(deliver, caller);
        };
    }

    private Optional<DataOrder> own(String id, Caller caller) {
        return store.find(UUID.fromString(id)).filter(one -> Orders.addressed(one, caller));
    }

    private Optional<DataOrder> byReference(String ldid, Caller caller) {
        return OrderNumber.fits(ldid)
                ? store.find(new OrderNumber(ldid)).filter(one -> Orders.addressed(one, caller))
                : Optional.empty();
    }

    private Answer got(DataOrder order, String id, Caller caller) {
        orders.viewed(order, "program");
        Endpoint self = provider(caller);
        return new Answer.Got(
                order.id().toString().equals(id)
                        ? words.task(order, self)
                        : words.authorisation(order, self));
    }

    private Endpoint provider(Caller caller) {
        return providers
                .find(caller.body().value())
                .map(one -> new Endpoint(one.country(), one.endpoint()))
                .orElseGet(() -> words.endpoint(caller.body().value()));
    }

    private Answer list(Ask.ListObjects list, Caller caller) {
        DictionaryEntry type = list.type();
        Stamp since = list.since();
        Instant changed = since == null ? null : since.at().toInstant();
        List<HiMessage.ListRecord> records = new ArrayList<>();
        for (DataOrder order : store.toProvider(caller.body().value(), changed)) {
            if (wanted(type, "Authorisation")) {
                records.add(line("Authorisation", order.authorisation(), order));
            }
            if (wanted(type, "LDTask")) {
                records.add(line("LDTask", order.id(), order));
            }
        }
        return new Answer.Listed(List.copyOf(records));
    }

    private static boolean wanted(@Nullable DictionaryEntry type, String kind) {
        return type == null || type.value().equals(kind);
    }

    private HiMessage.ListRecord line(String kind, UUID id, DataOrder order) {
        Endpoint owner = words.endpoint(order.body());
        return new HiMessage.ListRecord(
                DictionaryEntry.etsi("ObjectType", kind),
                id.toString(),
                owner.country(),
                owner.identifier(),
                BigInteger.valueOf(order.version() + 1L),
                order.number().value(),
                null);
    }

    /** A task's new status is the operator's answer. */
    private Answer update(HiObject object, Caller caller) {
        if (!(object instanceof HiObject.LdTask task)) {
            return refused(Trouble.NOT_SUPPORTED, "only a task's status may be changed");
        }
        Optional<DataOrder> order = own(task.head().id(), caller);
        if (order.isEmpty()) {
            return absent();
        }
        DictionaryEntry status = task.status();
        ErrorInformation reason = task.statusReason();
        String why = reason == null ? "" : reason.description();
        Optional<OrderStep> step = status == null ? Optional.empty() : step(status.value(), why);
        if (step.isEmpty()) {
            return refused(
                    Trouble.NOT_SUPPORTED,
                    "Status is AwaitingDisclosure, Disclosed, DisclosureNotAvailable, Error or"
                            + " Invalid");
        }
        orders.answer(order.get().number().value(), step.get(), caller);
        return new Answer.Updated(task.head().id(), null);
    }

    private static Optional<OrderStep> step(String status, String why) {
        return OrderStatus.of(status)
                .flatMap(one ->
                        switch (one) {
                            case AWAITING_DISCLOSURE -> Optional.of(new OrderStep.Acknowledge());
                            case DISCLOSED -> Optional.of(new OrderStep.Disclose(why));
                            case DISCLOSURE_NOT_AVAILABLE ->
                                    Optional.of(new OrderStep.Unavailable(why));
                            case ERROR -> Optional.of(new OrderStep.Fault(why));
                            case INVALID -> Optional.of(new OrderStep.Unclear(why));
                            case AWAITING_APPROVAL, REJECTED, CANCELLED -> Optional.empty();
                        });
    }

    /** A delivery is a file; a notification about a task is a question. */
    private Answer create(HiObject object, Caller caller) {
        if (object instanceof HiObject.Delivery delivery) {
            return taken(delivery, caller)
                    .<Answer>map(id -> new Answer.Created(id, null))
                    .orElseGet(EtsiDesk::absent);
        }
        List<String> associated = object.head().associated();
        if (!(object instanceof HiObject.Notification notification)
                || associated == null
                || associated.isEmpty()) {
            return refused(
                    Trouble.NOT_SUPPORTED,
                    "an operator creates deliveries, and notifications about a task");
        }
        String details = notification.details();
        Optional<DataOrder> order = own(associated.getFirst(), caller);
        if (order.isEmpty()) {
            return absent();
        }
        orders.answer(
                order.get().number().value(),
                new OrderStep.Ask(details == null ? "" : details),
                caller);
        return new Answer.Created(notification.head().id(), null);
    }

    private Answer deliver(Ask.Deliver deliver, Caller caller) {
        return deliver.object() instanceof HiObject.Delivery delivery
                ? taken(delivery, caller)
                        .<Answer>map(Answer.Delivered::new)
                        .orElseGet(EtsiDesk::absent)
                : refused(Trouble.NOT_SUPPORTED, "only a delivery is delivered");
    }

    private Optional<String> taken(HiObject.Delivery delivery, Caller caller) {
        HiObject.Body body = delivery.body();
        String ldid = delivery.ldid();
        if (body == null || body.contents() == null || ldid == null) {
            return Optional.empty();
        }
        byte[] content = Base64.getDecoder().decode(body.contents());
        return byReference(ldid, caller)
                .map(order -> {
                    String name = "delivery-" + delivery.head().id();
                    orders.give(order.number().value(), name, content, caller);
                    if (Boolean.TRUE.equals(delivery.last())) {
                        orders.answer(order.number().value(), new OrderStep.Disclose(""), caller);
                    }
                    return delivery.head().id();
                });
    }

    /** One answer for what is not there and for what is another operator's. */
    private static Answer absent() {
        return refused(Trouble.NOT_FOUND, "no such object");
    }

    private static Answer refused(Trouble trouble, String description) {
        return new Answer.Refused(trouble.with(description));
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
