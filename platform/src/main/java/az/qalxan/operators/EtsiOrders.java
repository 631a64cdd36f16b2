package az.qalxan.operators;

import az.qalxan.engines.warrants.DictionaryEntry;
import az.qalxan.engines.warrants.Endpoint;
import az.qalxan.engines.warrants.ErrorInformation;
import az.qalxan.engines.warrants.Header;
import az.qalxan.engines.warrants.HiMessage;
import az.qalxan.engines.warrants.HiObject;
import az.qalxan.engines.warrants.ObjectHead;
import az.qalxan.engines.warrants.Stamp;
import az.qalxan.engines.warrants.Warrants;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says an order in the words of ETSI TS 103 120. */
@Component
class EtsiOrders {

    /** Of the pack; TS 103 120 leaves types of request to the nation. */
    static final String REQUEST_TYPE = "RequestType";

    private static final String PROFILE = "v0";

    private final OperatorsPack pack;

    EtsiOrders(OperatorsPack pack) {
        this.pack = pack;
    }

    Endpoint endpoint(String body) {
        return new Endpoint(pack.country(), body);
    }

    Header header(Endpoint sender, Endpoint receiver, String transaction, Instant at) {
        return new Header(
                sender,
                receiver,
                transaction,
                Stamp.exact(at.atZone(pack.zone()).toOffsetDateTime()),
                new Header.Version(Warrants.VERSION, pack.country(), PROFILE));
    }

    /** The message that creates the authorisation and the task at the provider. */
    HiMessage order(DataOrder order, Endpoint provider, Instant at) {
        return new HiMessage(
                header(endpoint(order.body()), provider, UUID.randomUUID().toString(), at),
                new HiMessage.Body.Request(
                        List.of(
                                create(0, authorisation(order, provider)),
                                create(1, task(order, provider)))));
    }

    private static HiMessage.ActionRequest create(int id, HiObject object) {
        return new HiMessage.ActionRequest(
                BigInteger.valueOf(id), new HiMessage.Ask.Create(object));
    }

    HiObject.Authorisation authorisation(DataOrder order, Endpoint provider) {
        return new HiObject.Authorisation(
                head(order, order.authorisation(), List.of()),
                order.number().value(),
                null,
                entry("AuthorisationPriority", order.demand().emergency() ? "High" : "Routine"),
                entry("AuthorisationStatus", order.approval().code()),
                null,
                null,
                List.of(provider),
                stamp(order.times().draftedAt()),
                stamp(order.times().approvedAt()),
                null,
                List.of(),
                null,
                flags("AuthorisationFlag", order),
                order.ground().title().az(),
                null,
                null,
                null,
                List.of());
    }

    HiObject.LdTask task(DataOrder order, Endpoint provider) {
        DataOrder.Demand demand = order.demand();
        return new HiObject.LdTask(
                head(order, order.id(), List.of(order.authorisation().toString())),
                order.number().value(),
                entry("LDTaskStatus", order.status().code()),
                order.reason().isEmpty() ? null : ErrorInformation.of(0, order.reason()),
                null,
                new HiObject.RequestDetails(
                        new DictionaryEntry(pack.country(), REQUEST_TYPE, demand.kind().code()),
                        stamp(demand.from()),
                        stamp(demand.until()),
                        null,
                        List.of(),
                        demand.identifiers().stream().map(this::value).toList(),
                        null),
                List.of(
                        new HiObject.Destination(
                                endpoint(order.body()),
                                entry("LDHandoverFormat", "TS103120"),
                                null,
                                List.of())),
                List.of(),
                provider,
                null,
                flags("LDTaskFlag", order),
                List.of());
    }

    private HiObject.RequestValue value(Identifier one) {
        String owner = one.format().equals(Identifier.OTHER) ? pack.country() : "ETSI";
        return new HiObject.RequestValue(owner, one.format(), one.value());
    }

    private ObjectHead head(DataOrder order, UUID id, List<String> associated) {
        return new ObjectHead(
                id.toString(),
                pack.country(),
                order.body(),
                BigInteger.valueOf(order.version() + 1L),
                null,
                associated.isEmpty() ? null : associated,
                null,
                List.of());
    }

    private static @Nullable List<DictionaryEntry> flags(String dictionary, DataOrder order) {
        List<DictionaryEntry> flags = new ArrayList<>();
        if (order.demand().emergency()) {
            flags.add(entry(dictionary, "IsEmergency"));
        }
        if (order.demand().test()) {
            flags.add(entry(dictionary, "IsTest"));
        }
        return flags.isEmpty() ? null : List.copyOf(flags);
    }

    private static DictionaryEntry entry(String dictionary, String value) {
        return DictionaryEntry.etsi(dictionary, value);
    }

    private @Nullable Stamp stamp(@Nullable Instant at) {
        return at == null ? null : Stamp.of(at.atZone(pack.zone()).toOffsetDateTime());
    }

    /** What the request asks for, by the nation's dictionary; subscriber data when it is silent. */
    static OrderKind kind(HiObject.@Nullable RequestDetails details) {
        DictionaryEntry type = details == null ? null : details.type();
        return type == null
                ? OrderKind.SUBSCRIBER
                : OrderKind.of(type.value().toLowerCase(Locale.ROOT)).orElse(OrderKind.SUBSCRIBER);
    }
}
