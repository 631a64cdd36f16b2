package az.qalxan.engines.threatintel.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of an object one that a wider audience may see: a new object of ours with a relationship
 * {@code derived-from}, since leaving something out makes another object (§3.5, §3.6).
 */
public final class Redaction {

    private static final String GRANULAR = "granular_markings";

    private final String creator;
    private final Supplier<UUID> uuids;

    /**
     * @param creator identifier of the identity that redacts
     * @param uuids random ones, version 4
     */
    public Redaction(String creator, Supplier<UUID> uuids) {
        this.creator = creator;
        this.uuids = uuids;
    }

    /** What came of it. */
    public sealed interface Result {

        /** Nothing needs to be left out: forward the object as it is. */
        record AsItIs() implements Result {}

        /** The new object, and from it to the old one the relationship. */
        record Redacted(ObjectNode object, ObjectNode derivedFrom) implements Result {}

        /** The whole object is for a narrower audience, or has a marking that is not known. */
        record NotForAudience() implements Result {}

        /** What is left would be no object of STIX. */
        record NothingLeft(List<StixFinding> why) implements Result {}
    }

    public Result redact(
            ObjectNode object,
            Tlp audience,
            Function<String, MarkingMeaning> meanings,
            Instant now) {
        StixMarkings markings = StixMarkings.of(object);
        boolean open =
                switch (markings.handlingOfWhole(meanings)) {
                    case StixMarkings.Handling.Unmarked none -> true;
                    case StixMarkings.Handling.Limited(Tlp tlp) -> tlp.compareTo(audience) <= 0;
                    case StixMarkings.Handling.Undecided unknown -> false;
                };
        if (!open) {
            return new Result.NotForAudience();
        }
        Set<String> hidden = markings.hiddenFrom(audience, meanings);
        if (hidden.isEmpty()) {
            return new Result.AsItIs();
        }
        ObjectNode copy = without(object, hidden);
        rename(copy, now);
        List<StixFinding> findings =
                new StixCheck().judge(copy).stream().filter(one -> one.rule().must()).toList();
        return findings.isEmpty()
                ? new Result.Redacted(copy, derivedFrom(copy, object, now))
                : new Result.NothingLeft(findings);
    }

    /** A new object says who made it and when; an observable is named after what it is now. */
    private void rename(ObjectNode copy, Instant now) {
        String type = copy.path("type").asString();
        boolean observable = Specification.stix21().kind(type) == ObjectKind.SCO;
        String before = copy.path("id").asString("");
        Optional<StixId> byContent =
                (observable ? ScoIds.of(copy) : Optional.<StixId>empty())
                        .filter(id -> !id.toString().equals(before));
        copy.put("id", byContent.orElseGet(() -> random(type)).toString());
        if (!observable) {
            copy.put("created_by_ref", creator);
            copy.put("created", StixTimestamp.text(now));
            copy.put("modified", StixTimestamp.text(now));
        }
    }

    private StixId random(String type) {
        return new StixId(type, uuids.get().toString());
    }

    private ObjectNode derivedFrom(ObjectNode copy, ObjectNode object, Instant now) {
        ObjectNode relationship = JsonNodeFactory.instance.objectNode();
        relationship.put("type", "relationship");
        relationship.put("spec_version", "2.1");
        relationship.put("id", random("relationship").toString());
        relationship.put("created_by_ref", creator);
        relationship.put("created", StixTimestamp.text(now));
        relationship.put("modified", StixTimestamp.text(now));
        relationship.put("relationship_type", "derived-from");
        relationship.put("source_ref", copy.path("id").asString());
        relationship.put("target_ref", object.path("id").asString());
        if (copy.has("object_marking_refs")) {
            relationship.set("object_marking_refs", copy.get("object_marking_refs").deepCopy());
        }
        return relationship;
    }

    /** The object without what the selectors point to; selectors that remain still fit. */
    private static ObjectNode without(ObjectNode object, Set<String> hidden) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> {
            if (!name.equals(GRANULAR)) {
                visible(value, name, hidden).ifPresent(left -> copy.set(name, left));
            }
        });
        ArrayNode markings = JsonNodeFactory.instance.arrayNode();
        for (JsonNode marking : object.path(GRANULAR)) {
            kept(object, (ObjectNode) marking, hidden).ifPresent(markings::add);
        }
        if (!markings.isEmpty()) {
            copy.set(GRANULAR, markings);
        }
        return copy;
    }

    private static Optional<JsonNode> visible(JsonNode value, String path, Set<String> hidden) {
        if (hidden.contains(path)) {
            return Optional.empty();
        }
        JsonNode left =
                switch (value) {
                    case ObjectNode object -> {
                        ObjectNode copy = JsonNodeFactory.instance.objectNode();
                        object.forEachEntry((name, one) ->
                                visible(one, path + '.' + name, hidden)
                                        .ifPresent(seen -> copy.set(name, seen)));
                        yield copy;
                    }
                    case ArrayNode array -> {
                        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                        for (int i = 0; i < array.size(); i++) {
                            visible(array.get(i), path + ".[" + i + ']', hidden)
                                    .ifPresent(copy::add);
                        }
                        yield copy;
                    }
                    default -> value;
                };
        boolean emptied = left.isContainer() && left.isEmpty() && !value.isEmpty();
        return emptied ? Optional.empty() : Optional.of(left);
    }

    private static Optional<ObjectNode> kept(
            ObjectNode object, ObjectNode marking, Set<String> hidden) {
        List<String> left = new ArrayList<>();
        for (JsonNode selector : marking.path("selectors")) {
            moved(object, selector.asString(""), hidden).ifPresent(left::add);
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode copy = marking.deepCopy();
        ArrayNode selectors = copy.putArray("selectors");
        left.forEach(selectors::add);
        return Optional.of(copy);
    }

    /** Where the selector's value stands after other elements of its lists have gone. */
    private static Optional<String> moved(ObjectNode object, String selector, Set<String> hidden) {
        if (hidden.stream().anyMatch(one -> Selectors.covers(one, selector))) {
            return Optional.empty();
        }
        Optional<JsonNode> value = Selectors.value(object, selector);
        if (value.isEmpty() || visible(value.get(), selector, hidden).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder old = new StringBuilder();
        StringBuilder moved = new StringBuilder();
        for (String step : selector.split("\\.")) {
            String shifted = step;
            if (step.startsWith("[")) {
                int index = Integer.parseInt(step.substring(1, step.length() - 1));
                String list = old.toString();
                long gone =
                        IntStream.range(0, index)
                                .filter(i -> gone(object, list + ".[" + i + ']', hidden))
                                .count();
                shifted = "[" + (index - gone) + ']';
            }
            old.append(old.isEmpty() ? "" : ".").append(step);
            moved.append(moved.isEmpty() ? "" : ".").append(shifted);
        }
        return Optional.of(moved.toString());
    }

    private static boolean gone(ObjectNode object, String path, Set<String> hidden) {
        Optional<JsonNode> value = Selectors.value(object, path);
        return value.isPresent() && visible(value.get(), path, hidden).isEmpty();
    }
}
