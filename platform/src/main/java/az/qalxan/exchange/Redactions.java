package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.stix.MarkingMeaning;
import az.qalxan.engines.threatintel.stix.Redaction;
import az.qalxan.engines.threatintel.stix.StixMarkings;
import az.qalxan.engines.threatintel.stix.Tlp;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of an object one for a wider audience, with another id and {@code derived-from} (STIX 2.1,
 * 3.6): whoever may not see the whole gets what is left, and nobody mistakes it for the whole.
 */
@Component
public class Redactions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectShelf shelf;
    private final CollectionDesk desk;
    private final ObjectIntake intake;
    private final SpeakerStore speakers;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;

    Redactions(
            ObjectShelf shelf,
            CollectionDesk desk,
            ObjectIntake intake,
            SpeakerStore speakers,
            AuditLog audit,
            Clock clock,
            SecureRandom random) {
        this.shelf = shelf;
        this.desk = desk;
        this.intake = intake;
        this.speakers = speakers;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** What is to be made. */
    public record Wanted(UUID collection, String object, Handling audience, UUID into) {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** The id of the copy. */
    public record Made(String id) implements Outcome {}

    /**
     * Nothing was made.
     *
     * @param reason as in {@code redaction.refused.<reason>}
     */
    public record Refused(String reason) implements Outcome {}

    @Transactional
    public Outcome make(Caller caller, Wanted wanted) {
        Reachable from = place(wanted.collection());
        Reachable into = place(wanted.into());
        if (!from.canRead() || !into.canWrite()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        Optional<String> speaker = speaker(caller);
        if (speaker.isEmpty()) {
            return new Refused("no-speaker");
        }
        ObjectNode object = object(caller, wanted);
        Function<String, MarkingMeaning> meanings = MarkingMeaning::ofId;
        boolean unmarked =
                StixMarkings.of(object).handlingOfWhole(meanings)
                        instanceof StixMarkings.Handling.Unmarked;
        if (unmarked && from.collection().unmarked().compareTo(wanted.audience()) > 0) {
            return new Refused("not-for-audience");
        }
        Redaction redaction = new Redaction(speaker.get(), this::uuid);
        Tlp audience = Tlp.valueOf(wanted.audience().name());
        return switch (redaction.redact(object, audience, meanings, clock.instant())) {
            case Redaction.Result.AsItIs _ -> new Refused("as-it-is");
            case Redaction.Result.NotForAudience _ -> new Refused("not-for-audience");
            case Redaction.Result.NothingLeft _ -> new Refused("nothing-left");
            case Redaction.Result.Redacted made -> put(caller, wanted, into, made);
        };
    }

    private Reachable place(UUID id) {
        return desk.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The identity under which the caller's body speaks, as two people said. */
    private Optional<String> speaker(Caller caller) {
        return speakers.all().stream()
                .filter(one -> one.confirmedAt() != null)
                .filter(one -> one.body().equals(caller.body().value()))
                .map(SpeakerStore.Speaker::identity)
                .findFirst();
    }

    private ObjectNode object(Caller caller, Wanted wanted) {
        ObjectQuery query =
                new ObjectQuery(
                        null, 1, Set.of(wanted.object()), Set.of(), Versions.LAST, Set.of());
        Exit exit = new Exit("page", "objects", caller.name());
        List<ShelfPage.Line> lines = shelf.handOut(wanted.collection(), query, exit).lines();
        if (lines.isEmpty()
                || !(JSON.readTree(lines.getFirst().content()) instanceof ObjectNode object)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return object;
    }

    /** Version 4, as STIX asks of the ids of what has no content to be named after. */
    private UUID uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        java.nio.ByteBuffer both = java.nio.ByteBuffer.wrap(bytes);
        return new UUID(both.getLong(), both.getLong());
    }

    private Outcome put(
            Caller caller, Wanted wanted, Reachable into, Redaction.Result.Redacted made) {
        List<JsonNode> both =
                List.of(marked(made.object(), wanted), marked(made.derivedFrom(), wanted));
        byte[] envelope =
                JSON.createObjectNode()
                        .set("objects", JSON.createArrayNode().addAll(both))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        if (!(EnvelopeReader.read(new ByteArrayInputStream(envelope))
                instanceof EnvelopeReading.Read read)) {
            throw new IllegalStateException("what was written cannot be read");
        }
        List<Verdict> verdicts = intake.take(caller, into, read, _ -> {});
        if (!verdicts.stream().allMatch(Verdict::taken)) {
            throw ProblemFound.of(ExchangeProblem.REDACTION_REFUSED);
        }
        String id = made.object().path("id").asString();
        audit.record(
                ExchangeAct.OBJECT_REDACTED,
                AuditSubject.of("collection", wanted.collection()),
                Map.of(
                        "object", wanted.object(),
                        "copy", id,
                        "audience", wanted.audience().label()));
        return new Made(id);
    }

    /**
     * An object without a marking of its own gets that of its audience: it may lie elsewhere now.
     */
    private static ObjectNode marked(ObjectNode object, Wanted wanted) {
        if (!object.has("object_marking_refs")) {
            object.putArray("object_marking_refs")
                    .add(Tlp.valueOf(wanted.audience().name()).marking());
        }
        return object;
    }
}
