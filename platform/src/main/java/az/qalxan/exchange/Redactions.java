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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final CopyStore copies;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;

    Redactions(
            ObjectShelf shelf,
            CollectionDesk desk,
            ObjectIntake intake,
            SpeakerStore speakers,
            CopyStore copies,
            AuditLog audit,
            Clock clock,
            SecureRandom random) {
        this.shelf = shelf;
        this.desk = desk;
        this.intake = intake;
        this.speakers = speakers;
        this.copies = copies;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is to be made.
     *
     * @param anew the copy that is to get a new version; null for a new copy
     */
    public record Wanted(
            UUID collection, String object, Handling audience, UUID into, @Nullable UUID anew) {

        /** A new copy. */
        public Wanted(UUID collection, String object, Handling audience, UUID into) {
            this(collection, object, audience, into, null);
        }
    }

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
        Optional<CopyStore.Copy> before = before(wanted);
        ShelfPage.Line line = newest(caller, wanted.collection(), wanted.object());
        ObjectNode object = object(line);
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
            case Redaction.Result.Redacted made -> {
                CopyStore.Fresh fresh = fresh(wanted, line, object, made);
                yield before.isPresent()
                        ? again(caller, wanted, before.get(), new Remade(into, made, fresh))
                        : put(caller, wanted, new Remade(into, made, fresh));
            }
        };
    }

    /** A copy with the place that it goes to and what is noted of it. */
    private record Remade(Reachable into, Redaction.Result.Redacted made, CopyStore.Fresh fresh) {}

    private static CopyStore.Fresh fresh(
            Wanted wanted, ShelfPage.Line line, ObjectNode object, Redaction.Result.Redacted made) {
        return new CopyStore.Fresh(
                new CopyStore.Place(wanted.collection(), wanted.object()),
                StixMoment.key(line.version()).orElse(""),
                new CopyStore.Place(wanted.into(), made.object().path("id").asString()),
                wanted.audience(),
                Copies.hidden(object, wanted.audience()));
    }

    /** The copy that is made anew: of the same original, in the same collection, of our body. */
    private Optional<CopyStore.Copy> before(Wanted wanted) {
        if (wanted.anew() == null) {
            return Optional.empty();
        }
        CopyStore.Place original = new CopyStore.Place(wanted.collection(), wanted.object());
        return Optional.of(
                copies.find(wanted.anew())
                        .filter(one -> one.original().equals(original))
                        .filter(one -> one.copy().collection().equals(wanted.into()))
                        .filter(one -> one.revokedAt() == null)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    /**
     * A new version of the copy, so that whoever has it gets it as a correction. An observable has
     * no versions: it becomes another copy, and the old one is settled.
     */
    private Outcome again(Caller caller, Wanted wanted, CopyStore.Copy before, Remade remade) {
        ObjectNode last =
                object(newest(caller, before.copy().collection(), before.copy().object()));
        ObjectNode object = remade.made().object();
        if (!last.has("modified")) {
            copies.renew(before.id(), remade.fresh());
            return put(caller, wanted, remade);
        }
        Instant earlier =
                StixMoment.instant(last.path("modified").asString("")).orElse(Instant.EPOCH);
        object.put("id", before.copy().object());
        object.set("created_by_ref", last.get("created_by_ref"));
        object.set("created", last.get("created"));
        object.put("modified", StixMoment.text(StixMoment.after(earlier, clock.instant())));
        take(caller, remade.into(), List.of(marked(object, wanted)));
        copies.renew(before.id(), remade.fresh());
        noted(wanted, before.copy().object());
        return new Made(before.copy().object());
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

    private ShelfPage.Line newest(Caller caller, UUID collection, String object) {
        ObjectQuery query =
                new ObjectQuery(null, 1, Set.of(object), Set.of(), Versions.LAST, Set.of());
        Exit exit = new Exit("page", "objects", caller.name());
        return shelf.handOut(collection, query, exit).lines().stream()
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private static ObjectNode object(ShelfPage.Line line) {
        if (JSON.readTree(line.content()) instanceof ObjectNode object) {
            return object;
        }
        throw ProblemFound.of(WebProblem.NOT_FOUND);
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

    private Outcome put(Caller caller, Wanted wanted, Remade remade) {
        Redaction.Result.Redacted made = remade.made();
        take(
                caller,
                remade.into(),
                List.of(marked(made.object(), wanted), marked(made.derivedFrom(), wanted)));
        String id = made.object().path("id").asString();
        if (copies.find(remade.fresh().copy()).isEmpty()) {
            copies.insert(remade.fresh(), caller.name(), clock.instant());
        }
        noted(wanted, id);
        return new Made(id);
    }

    private void take(Caller caller, Reachable into, List<JsonNode> objects) {
        byte[] envelope =
                JSON.createObjectNode()
                        .set("objects", JSON.createArrayNode().addAll(objects))
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
    }

    private void noted(Wanted wanted, String copy) {
        audit.record(
                ExchangeAct.OBJECT_REDACTED,
                AuditSubject.of("collection", wanted.collection()),
                Map.of(
                        "object", wanted.object(),
                        "copy", copy,
                        "audience", wanted.audience().label()));
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
