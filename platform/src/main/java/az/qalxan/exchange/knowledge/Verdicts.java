package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.stix.Tlp;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.StixMoment;
import az.qalxan.exchange.Verdict;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body says of an indicator flows back to where it came from: as an opinion or a sighting
 * (STIX 2.1, 4.14 and 5.2) in the same collection with the same marking where the body may write
 * there, and to the collection's owner and the sender in any case.
 */
@Component
class Verdicts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RelationStore relations;
    private final VerdictStore store;
    private final Sightings sightings;
    private final CollectionDesk desk;
    private final ObjectIntake intake;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random;

    Verdicts(
            RelationStore relations,
            VerdictStore store,
            Sightings sightings,
            CollectionDesk desk,
            ObjectIntake intake,
            AuditLog audit,
            Clock clock,
            RandomGenerator random) {
        this.relations = relations;
        this.store = store;
        this.sightings = sightings;
        this.desk = desk;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** What is said of which indicator. */
    record Said(UUID collection, String object, boolean right, String reason) {}

    @Transactional
    public void say(Caller caller, Said said) {
        StoredObject about = about(said.collection(), said.object());
        ObjectNode opinion = started("opinion", about);
        opinion.put("opinion", said.right() ? "strongly-agree" : "strongly-disagree");
        opinion.put("explanation", said.reason());
        opinion.putArray("object_refs").add(about.id());
        store.insert(
                new VerdictStore.Verdict(
                        about.collection(),
                        about.id(),
                        caller.body().value(),
                        caller.name(),
                        said.right(),
                        said.reason(),
                        clock.instant(),
                        put(caller, about, opinion)),
                about.handling());
        audit.record(
                said.right() ? KnowledgeAct.CONFIRMED : KnowledgeAct.DOUBTED,
                AuditSubject.of("knowledge", caller.body()),
                Map.of("object", about.id()));
    }

    private StoredObject about(UUID collection, String object) {
        return relations.places(object, 100).stream()
                .filter(one -> one.collection().equals(collection) && one.indicator())
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /**
     * Tells the collection that events of the body held the indicator's value.
     *
     * @return the id of the sighting; empty where nothing was seen or it could not be put there
     */
    @Transactional
    public String tellSeen(Caller caller, UUID collection, String object) {
        StoredObject about = about(collection, object);
        Sightings.@Nullable Seen seen = sightings.of(object).orElse(null);
        if (seen == null) {
            return "";
        }
        ObjectNode sighting = started("sighting", about);
        sighting.put("sighting_of_ref", about.id());
        sighting.put("first_seen", StixMoment.text(seen.first()));
        sighting.put("last_seen", StixMoment.text(seen.last()));
        sighting.put("count", Math.min(seen.times(), COUNT_MAX));
        String id = put(caller, about, sighting);
        audit.record(
                KnowledgeAct.SEEN_TOLD,
                AuditSubject.of("knowledge", caller.body()),
                Map.of("object", about.id(), "sighting", id));
        return id;
    }

    /** STIX 2.1, 5.2: an integer from 0 to 999,999,999. */
    private static final long COUNT_MAX = 999_999_999;

    private ObjectNode started(String type, StoredObject about) {
        String now = StixMoment.text(clock.instant());
        ObjectNode object = JSON.createObjectNode();
        object.put("type", type).put("spec_version", "2.1").put("id", type + "--" + uuid());
        object.put("created", now).put("modified", now);
        object.putArray("object_marking_refs").add(marking(about.handling()));
        return object;
    }

    private static String marking(Handling handling) {
        return Tlp.valueOf(handling.name()).marking();
    }

    /** Version 4, as STIX asks of the ids of what has no content to be named after. */
    private UUID uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }

    /** Puts it beside the indicator; gives its id, or nothing where the caller may not. */
    private String put(Caller caller, StoredObject about, ObjectNode object) {
        Reachable place = desk.find(about.collection()).orElseThrow();
        @Nullable Handling most = place.writesUpTo();
        if (!place.canWrite() || most == null || most.compareTo(about.handling()) < 0) {
            return "";
        }
        byte[] envelope = ("{\"objects\":[" + object + "]}").getBytes(StandardCharsets.UTF_8);
        if (!(EnvelopeReader.read(new ByteArrayInputStream(envelope))
                instanceof EnvelopeReading.Read read)) {
            throw new IllegalStateException("what was written cannot be read");
        }
        List<Verdict> verdicts = intake.take(caller, place, read, _ -> {});
        return verdicts.stream().allMatch(Verdict::taken) ? object.path("id").asString() : "";
    }
}
