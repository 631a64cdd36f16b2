package az.qalxan.exchange.misp;

import az.qalxan.access.AccountId;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.threatintel.misp.Conversion;
import az.qalxan.engines.threatintel.misp.MispStix;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.StixMoment;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.exchange.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes objects of a collection out of published events that everybody who reads the collection may
 * see, through the same intake as all others, and revokes them when an event is withdrawn from
 * these readers. What a warninglist has does not become an indicator.
 */
@Component
class Shelving {

    private static final Logger LOG = LoggerFactory.getLogger(Shelving.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("misp-shelving");
    private static final int AT_ONCE_MAX = 500;
    private static final int FAULTS_MAX = 20;

    /** The same in every event: once in a collection is enough. */
    private static final Set<String> COMMON =
            Set.of("identity", "extension-definition", "marking-definition");

    private final ShelfWork work;
    private final EventWriter writer;
    private final Warnings warnings;
    private final CollectionDesk collections;
    private final ObjectIntake intake;
    private final TransactionTemplate transaction;

    Shelving(
            ShelfWork work,
            EventWriter writer,
            Warnings warnings,
            CollectionDesk collections,
            ObjectIntake intake,
            TransactionTemplate transaction) {
        this.work = work;
        this.writer = writer;
        this.warnings = warnings;
        this.collections = collections;
        this.intake = intake;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void shelveDue() {
        int done = 0;
        while (done < AT_ONCE_MAX && shelveNext()) {
            done++;
        }
    }

    /** Does one event; false when none is due. */
    boolean shelveNext() {
        Optional<StoredEvent> due =
                ActingAs.call(
                        JOB, () -> Objects.requireNonNull(transaction.execute(_ -> work.due())));
        due.ifPresent(event -> ActingAs.run(identity(event), () -> guarded(event)));
        return due.isPresent();
    }

    private static TransactionIdentity identity(StoredEvent event) {
        return new TransactionIdentity("misp:" + event.code(), event.code(), "system", "");
    }

    private void guarded(StoredEvent event) {
        try {
            shelve(event);
        } catch (Overtaken e) {
            LOG.info("event {} was changed while it became objects", event.uuid());
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("event {} did not become objects", event.uuid(), e);
            finish(event, false, List.of("defect"));
        }
    }

    private void finish(StoredEvent event, boolean shelved, List<String> faults) {
        transaction.executeWithoutResult(_ -> work.done(event, shelved, faults));
    }

    private void shelve(StoredEvent event) {
        Optional<Reachable> found = collections.find(event.collection());
        if (found.isEmpty() || !found.get().collection().open()) {
            finish(event, false, List.of("the collection is closed"));
            return;
        }
        ThreatCollection into = found.get().collection();
        Map<String, ObjectNode> wanted =
                event.level().open() ? converted(event, into) : new LinkedHashMap<>();
        List<ObjectNode> all = fresh(event, wanted);
        if (all.isEmpty()) {
            finish(event, false, List.of());
            return;
        }
        intake.take(
                sender(event),
                new Reachable(into, Handling.RED, into.ceiling()),
                EnvelopeReader.of(all),
                verdicts -> {
                    if (!work.done(event, true, faults(verdicts))) {
                        throw new Overtaken();
                    }
                });
    }

    /** What was made of an older version must not be kept beside a newer one: it may be wider. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static Caller sender(StoredEvent event) {
        UUID account =
                UUID.nameUUIDFromBytes(("misp:" + event.code()).getBytes(StandardCharsets.UTF_8));
        return new Caller(
                new AccountId(account), event.sender(), new BodyCode(event.code()), Set.of());
    }

    private static List<String> faults(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(one -> !one.taken())
                .map(one -> one.id() + ": " + one.fault())
                .limit(FAULTS_MAX)
                .toList();
    }

    /** The objects of an event by their ids. */
    private Map<String, ObjectNode> converted(StoredEvent event, ThreatCollection into) {
        String text =
                Objects.requireNonNull(
                        transaction.execute(_ ->
                                writer.whole(
                                        event,
                                        work.attributes(event.number()),
                                        work.objects(event.number()),
                                        new HashMap<>())));
        ObjectNode whole = MispJson.object(text);
        guard(whole.path("Event"), into.body());
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        if (MispStix.toStix(whole) instanceof Conversion.Converted done) {
            for (JsonNode one : done.result().path("objects")) {
                if (one instanceof ObjectNode object) {
                    objects.put(object.path("id").asString(""), object);
                }
            }
        }
        if (event.marked() > 0) {
            String moment = StixMoment.text(Instant.ofEpochSecond(event.marked()));
            objects.values().forEach(object -> later(object, moment));
        }
        return objects;
    }

    /** What was marked anew is a new version, though it says the same. */
    private static void later(ObjectNode object, String moment) {
        boolean common = COMMON.contains(object.path("type").asString(""));
        String modified = object.path("modified").asString("");
        if (!common && !modified.isEmpty() && key(modified).compareTo(key(moment)) < 0) {
            object.put("modified", moment);
        }
    }

    private static String key(String moment) {
        return StixMoment.key(moment).orElse("");
    }

    /** Takes the mark "to be looked for" from what is on a list of what is no threat. */
    private void guard(JsonNode event, String body) {
        guardParts(event.path("Attribute"), body);
        event.path("Object").forEach(one -> guardParts(one.path("Attribute"), body));
    }

    private void guardParts(JsonNode attributes, String body) {
        for (JsonNode one : attributes) {
            if (one instanceof ObjectNode attribute
                    && attribute.path("to_ids").asBoolean(false)
                    && warnings.harmless(
                            body,
                            attribute.path("type").asString(""),
                            attribute.path("value").asString(""))) {
                attribute.put("to_ids", false);
            }
        }
    }

    /** What is to be added: the objects, and revocations of those that are no longer among them. */
    private List<ObjectNode> fresh(StoredEvent event, Map<String, ObjectNode> wanted) {
        String report = "report--" + event.uuid();
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    Set<String> asked = new LinkedHashSet<>();
                    wanted.forEach((id, one) -> {
                        if (COMMON.contains(one.path("type").asString(""))) {
                            asked.add(id);
                        }
                    });
                    Set<String> there = work.standing(event.collection(), asked).keySet();
                    List<ObjectNode> all = new ArrayList<>();
                    wanted.forEach((id, one) -> {
                        if (!there.contains(id)) {
                            all.add(one);
                        }
                    });
                    all.addAll(revoked(event, report, wanted.keySet()));
                    return all;
                }));
    }

    private List<ObjectNode> revoked(StoredEvent event, String report, Set<String> wanted) {
        String last = work.standing(event.collection(), Set.of(report)).get(report);
        if (last == null) {
            return List.of();
        }
        Set<String> gone = new LinkedHashSet<>();
        gone.add(report);
        MispJson.object(last).path("object_refs").forEach(one -> gone.add(one.asString("")));
        gone.removeAll(wanted);
        List<ObjectNode> revoked = new ArrayList<>();
        work.standing(event.collection(), gone)
                .values()
                .forEach(content -> revoke(MispJson.object(content), event, revoked));
        return revoked;
    }

    private static void revoke(ObjectNode object, StoredEvent event, List<ObjectNode> revoked) {
        String modified = object.path("modified").asString("");
        if (modified.isEmpty() || COMMON.contains(object.path("type").asString(""))) {
            return;
        }
        String moment = StixMoment.text(Instant.ofEpochSecond(event.stamp()));
        if (key(moment).compareTo(key(modified)) <= 0) {
            moment =
                    StixMoment.instant(modified)
                            .map(one -> StixMoment.text(one.plusMillis(1)))
                            .orElse(moment);
        }
        object.put("modified", moment);
        object.put("revoked", true);
        revoked.add(object);
    }
}
