package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes objects into a collection. Whatever comes later gets a later moment, in the order of
 * commits: the end of the collection is held while an envelope is stored.
 */
@Component
public class ObjectIntake {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectStore objects;
    private final SpeakerStore speakers;
    private final QuarantineStore quarantine;
    private final Copies copies;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ObjectIntake(
            ObjectStore objects,
            SpeakerStore speakers,
            QuarantineStore quarantine,
            Copies copies,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.objects = objects;
        this.speakers = speakers;
        this.quarantine = quarantine;
        this.copies = copies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes the objects of an envelope as the caller, who may write the collection.
     *
     * @param with what else belongs into the same transaction
     */
    public List<Verdict> take(
            Caller caller,
            Reachable place,
            EnvelopeReading.Read envelope,
            Consumer<List<Verdict>> with) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    List<Verdict> verdicts = settle(caller, place, envelope.objects());
                    with.accept(verdicts);
                    return verdicts;
                }));
    }

    private List<Verdict> settle(
            Caller caller, Reachable place, List<EnvelopeReading.Incoming> incoming) {
        UUID id = place.collection().id();
        Named named = named(incoming);
        Map<String, JsonNode> book = book(id, named);
        Map<String, String> speaking = speakers.bodies(named.creators());
        Instant last = objects.holdTail(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant next = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        Settlement settlement =
                new Settlement(
                        new Settlement.Terms(
                                caller.body().value(),
                                place.collection().unmarked(),
                                ceiling(place),
                                speaking,
                                book::get,
                                next),
                        objects.past(id, named.sent()));
        incoming.forEach(settlement::take);
        keep(caller, id, settlement);
        return settlement.verdicts();
    }

    private static Handling ceiling(Reachable place) {
        Handling own = Objects.requireNonNull(place.writesUpTo());
        Handling most = place.collection().ceiling();
        return own.compareTo(most) < 0 ? own : most;
    }

    private void keep(Caller caller, UUID id, Settlement settlement) {
        List<ObjectStore.Fresh> fresh = settlement.fresh();
        if (!fresh.isEmpty()) {
            objects.insert(id, caller.name(), fresh);
            events.publishEvent(added(id, fresh));
            objects.settle(id, settlement.grown(), clock.instant());
            objects.moveTail(id, fresh.getLast().added());
        }
        objects.narrow(id, settlement.narrowed(), clock.instant());
        copies.follow(id, settlement, clock.instant());
        quarantine.insert(id, caller.name(), settlement.refused(), clock.instant());
        long failed = settlement.verdicts().stream().filter(one -> !one.taken()).count();
        audit.record(
                ExchangeAct.OBJECTS_TAKEN,
                AuditSubject.of("collection", id),
                Map.of(
                        "sent", String.valueOf(settlement.verdicts().size()),
                        "new", String.valueOf(fresh.size()),
                        "refused", String.valueOf(failed)));
    }

    private static ObjectsAdded added(UUID collection, List<ObjectStore.Fresh> fresh) {
        return new ObjectsAdded(
                collection,
                fresh.stream()
                        .map(one ->
                                new ObjectsAdded.Added(
                                        one.added(),
                                        one.object().id(),
                                        one.object().type(),
                                        one.markings().handling(),
                                        one.object().revoked(),
                                        one.alone(),
                                        one.node()))
                        .toList());
    }

    /** The ids that an envelope names. */
    private record Named(
            ObjectStore.Sent sent,
            Set<String> creators,
            Set<String> markings,
            Map<String, JsonNode> definitions) {}

    private static Named named(List<EnvelopeReading.Incoming> incoming) {
        ObjectStore.Sent sent =
                new ObjectStore.Sent(new HashSet<>(), new HashSet<>(), new ArrayList<>());
        Named named = new Named(sent, new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (EnvelopeReading.Incoming one : incoming) {
            if (one.found() instanceof ObjectCheck.Sound sound) {
                sent.ids().add(sound.id());
                if (sound.versioned()) {
                    sent.keys().add(sound.key());
                } else {
                    sent.meanings().add(one.meaning());
                }
                named.creators().add(sound.createdBy());
                if (sound.type().equals("identity")) {
                    named.creators().add(sound.id());
                }
                named.markings().addAll(Markings.foreign(one.node()));
                if (sound.type().equals("marking-definition") && !one.flaw().found()) {
                    named.definitions().put(sound.id(), one.node());
                }
            }
        }
        return named;
    }

    private Map<String, JsonNode> book(UUID id, Named named) {
        Map<String, JsonNode> book = new HashMap<>(named.definitions());
        objects.markingDefinitions(id, named.markings())
                .forEach((one, content) -> {
                    @Nullable JsonNode read = JSON.readTree(content);
                    book.put(one, Objects.requireNonNull(read));
                });
        return book;
    }
}
