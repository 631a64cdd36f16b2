package az.qalxan.operators;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.engines.warrants.DictionaryEntry;
import az.qalxan.engines.warrants.Endpoint;
import az.qalxan.engines.warrants.Finding;
import az.qalxan.engines.warrants.HiMessage;
import az.qalxan.engines.warrants.HiObject;
import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.Stamp;
import az.qalxan.engines.warrants.Warrants;
import az.qalxan.jurisdiction.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages in: keeps them as they are, and drafts orders of the tasks that they create. */
@Component
class EtsiImport {

    private final OrderTrail trail;
    private final OrderStore store;
    private final ProviderStore providers;
    private final Drafting drafting;
    private final OrderLaw law;
    private final EtsiOrders orders;
    private final AuditLog audit;
    private final Clock clock;

    EtsiImport(
            OrderTrail trail,
            OrderStore store,
            ProviderStore providers,
            Drafting drafting,
            OrderLaw law,
            EtsiOrders orders,
            AuditLog audit,
            Clock clock) {
        this.trail = trail;
        this.store = store;
        this.providers = providers;
        this.drafting = drafting;
        this.law = law;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of a message.
     *
     * @param violations why it could not be read; the original is kept all the same
     * @param numbers of the drafts that it made
     * @param skipped tasks that are addressed to nobody in the register, or known already
     */
    record Taken(
            UUID message,
            String sha256,
            List<Finding> violations,
            List<Finding> remarks,
            List<OrderNumber> numbers,
            List<String> skipped) {}

    /** Keeps a message as it came. */
    UUID keep(byte[] content, Reading reading, Caller caller) {
        boolean understood = reading instanceof Reading.Understood;
        UUID id = UUID.randomUUID();
        String digest = Sha256.of(content);
        trail.keep(
                new OrderTrail.Kept(
                        id,
                        "in",
                        caller.body().value(),
                        reading instanceof Reading.Understood one
                                ? one.message().header().transaction()
                                : "",
                        understood ? "understood" : "malformed",
                        findings(reading),
                        digest),
                content,
                clock.instant());
        audit.record(
                OperatorsAct.MESSAGE_TAKEN,
                AuditSubject.of("etsi-message", id),
                Map.of("sha256", digest, "verdict", understood ? "understood" : "malformed"));
        return id;
    }

    private static String findings(Reading reading) {
        List<Finding> all =
                switch (reading) {
                    case Reading.Understood one -> one.remarks();
                    case Reading.Malformed one -> one.violations();
                };
        return JsonMapper.shared()
                .writeValueAsString(
                        all.stream()
                                .map(one ->
                                        Map.of(
                                                "line", one.place().line(),
                                                "column", one.place().column(),
                                                "path", one.place().path(),
                                                "fault", one.fault().name(),
                                                "sentence", one.sentence()))
                                .toList());
    }

    /** Drafts an order of every task for stored data that the message creates. */
    @Transactional
    Taken take(byte[] content, Caller caller) {
        Reading reading = Warrants.read(content);
        UUID message = keep(content, reading, caller);
        String digest = Sha256.of(content);
        if (reading instanceof Reading.Malformed malformed) {
            return new Taken(
                    message,
                    digest,
                    malformed.violations(),
                    malformed.remarks(),
                    List.of(),
                    List.of());
        }
        Reading.Understood understood = (Reading.Understood) reading;
        List<OrderNumber> numbers = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Map<String, HiObject.Authorisation> authorisations = new LinkedHashMap<>();
        List<HiObject.LdTask> tasks = new ArrayList<>();
        for (HiObject object : created(understood.message())) {
            if (object instanceof HiObject.Authorisation one) {
                authorisations.put(one.head().id(), one);
            } else if (object instanceof HiObject.LdTask one) {
                tasks.add(one);
            } else {
                skipped.add(object.head().id());
            }
        }
        Endpoint receiver = understood.message().header().receiver();
        for (HiObject.LdTask task : tasks) {
            draft(task, authorisations, new Source(message, receiver), caller)
                    .ifPresentOrElse(numbers::add, () -> skipped.add(task.head().id()));
        }
        return new Taken(
                message,
                digest,
                List.of(),
                understood.remarks(),
                List.copyOf(numbers),
                List.copyOf(skipped));
    }

    private record Source(UUID message, Endpoint receiver) {}

    private static List<HiObject> created(HiMessage message) {
        if (!(message.body() instanceof HiMessage.Body.Request request)) {
            return List.of();
        }
        return request.actions().stream()
                .map(HiMessage.ActionRequest::ask)
                .filter(HiMessage.Ask.Create.class::isInstance)
                .map(ask -> ((HiMessage.Ask.Create) ask).object())
                .toList();
    }

    private Optional<OrderNumber> draft(
            HiObject.LdTask task,
            Map<String, HiObject.Authorisation> authorisations,
            Source source,
            Caller caller) {
        UUID id = UUID.fromString(task.head().id());
        Endpoint to = task.provider() == null ? source.receiver() : task.provider();
        Optional<Provider> provider = providers.byEndpoint(to.country(), to.identifier());
        if (provider.isEmpty() || store.find(id).isPresent()) {
            return Optional.empty();
        }
        List<String> associated =
                Objects.requireNonNullElse(task.head().associated(), List.<String>of());
        HiObject.@Nullable Authorisation authorisation =
                associated.stream()
                        .map(authorisations::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        UUID authorised =
                authorisation == null
                        ? UUID.randomUUID()
                        : UUID.fromString(authorisation.head().id());
        return Optional.of(
                drafting.draft(
                        new Drafting.Draft(
                                provider.get().code(),
                                demand(task, authorisation),
                                ground(task),
                                "ETSI TS 103 120",
                                "",
                                null),
                        new Drafting.Origin(id, authorised, source.message()),
                        caller));
    }

    private DataOrder.Ground ground(HiObject.LdTask task) {
        return law.choices(EtsiOrders.kind(task.details()), drafting.today()).stream()
                .map(OrderLaw.Choice::ground)
                .findFirst()
                .orElse(new DataOrder.Ground("", new Words("", ""), false));
    }

    private static DataOrder.Demand demand(
            HiObject.LdTask task, HiObject.@Nullable Authorisation authorisation) {
        HiObject.RequestDetails details = task.details();
        List<HiObject.RequestValue> values =
                details == null || details.values() == null ? List.of() : details.values();
        String words =
                authorisation == null || authorisation.manualInformation() == null
                        ? ""
                        : authorisation.manualInformation();
        return new DataOrder.Demand(
                EtsiOrders.kind(details),
                flagged(task.flags(), "IsEmergency"),
                flagged(task.flags(), "IsTest"),
                values.stream().map(one -> new Identifier(one.formatName(), one.value())).toList(),
                details == null ? null : instant(details.start()),
                details == null ? null : instant(details.end()),
                words);
    }

    private static boolean flagged(@Nullable List<DictionaryEntry> flags, String wanted) {
        return flags != null && flags.stream().anyMatch(one -> one.value().equals(wanted));
    }

    private static @Nullable Instant instant(@Nullable Stamp stamp) {
        return stamp == null ? null : stamp.at().toInstant();
    }

    /**
     * The order as a message; one that was read from a message keeps every part of it, with the
     * states that it has reached since.
     */
    @Transactional
    byte[] export(DataOrder order) {
        Endpoint provider =
                providers
                        .find(order.provider())
                        .map(one -> new Endpoint(one.country(), one.endpoint()))
                        .orElseGet(() -> orders.endpoint(order.provider()));
        HiMessage made = orders.order(order, provider, clock.instant());
        HiMessage message =
                store.source(order.id())
                        .map(Warrants::read)
                        .filter(Reading.Understood.class::isInstance)
                        .map(one -> new EtsiMerge(order).into(made, (Reading.Understood) one))
                        .orElse(made);
        audit.record(
                OperatorsAct.EXPORTED, AuditSubject.of("operator-order", order.number()), Map.of());
        return Warrants.write(message);
    }
}
