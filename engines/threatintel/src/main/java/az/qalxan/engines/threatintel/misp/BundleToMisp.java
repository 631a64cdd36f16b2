package az.qalxan.engines.threatintel.misp;

import az.qalxan.engines.threatintel.misp.Attributes.Term;
import az.qalxan.engines.threatintel.misp.Attributes.Typed;
import az.qalxan.engines.threatintel.misp.Conversion.Kept;
import az.qalxan.engines.threatintel.stix.StixMarkings;
import az.qalxan.engines.threatintel.stix.StixMeaning;
import az.qalxan.engines.threatintel.stix.StixTimestamp;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an event of one bundle. Each object of STIX becomes an object of MISP that holds it whole
 * beside the attributes that MISP understands; what came from MISP goes back as it came.
 */
final class BundleToMisp {

    /** The object of MISP that holds one of STIX. */
    static final String HOLDER = "stix2-object";

    private static final Set<String> BUNDLE = Set.of("type", "id", "objects");

    private static final String HOLDER_TEMPLATE = "0c7f4a5e-8f2b-4a54-9d5e-3a4e5a3f6b10";

    private final ObjectNode bundle;
    private final Instant now;
    private final List<Kept> kept = new ArrayList<>();

    BundleToMisp(ObjectNode bundle, Instant now) {
        this.bundle = bundle;
        this.now = now;
    }

    Conversion convert() {
        Optional<ObjectNode> original = original();
        ObjectNode event = original.map(ObjectNode::deepCopy).orElseGet(this::event);
        Map<String, ObjectNode> derived = derived(original);
        Set<String> changed = new HashSet<>();
        int index = 0;
        for (JsonNode one : bundle.path("objects")) {
            ObjectNode object = (ObjectNode) one;
            String pointer = "/objects/" + index++;
            ObjectNode before = derived.get(object.path("id").asString(""));
            if (before == null || !StixMeaning.same(before, object)) {
                if (before != null) {
                    changed.add(uuid(object));
                }
                hold(event, object, pointer);
            }
        }
        if (!changed.isEmpty()) {
            withoutStale(event, changed);
        }
        bundle.forEachEntry((name, value) -> {
            if (!BUNDLE.contains(name)) {
                kept.add(new Kept('/' + name, name, "not kept: bundles have no such property"));
            }
        });
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("Event", event);
        return new Conversion.Converted(result, kept);
    }

    /** The event that the bundle was made of, when it was. */
    private Optional<ObjectNode> original() {
        for (JsonNode object : bundle.path("objects")) {
            JsonNode event = object.path("extensions").path(MispStix.EXTENSION).path("event");
            if (event instanceof ObjectNode whole && whole.path("info").isString()) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    /** What that event says in STIX, by identifier. */
    private static Map<String, ObjectNode> derived(Optional<ObjectNode> original) {
        Map<String, ObjectNode> derived = new HashMap<>();
        if (original.isPresent()
                && MispStix.toStix(original.get())
                        instanceof Conversion.Converted(ObjectNode made, List<Kept> none)) {
            for (JsonNode object : made.path("objects")) {
                derived.put(object.path("id").asString(""), (ObjectNode) object);
            }
        }
        return derived;
    }

    /** Attributes that an object of STIX no longer says; what it says now is held beside. */
    private static void withoutStale(ObjectNode event, Set<String> changed) {
        if (event.get("Attribute") instanceof ArrayNode attributes) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            for (JsonNode attribute : attributes) {
                if (!changed.contains(attribute.path("uuid").asString(""))) {
                    left.add(attribute);
                }
            }
            event.set("Attribute", left);
        }
    }

    private ObjectNode event() {
        ObjectNode report = report();
        Instant when =
                StixTimestamp.of(report.path("modified").asString(""))
                        .map(StixTimestamp::instant)
                        .orElse(now);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("uuid", uuid(bundle));
        event.put("info", report.path("name").asString(report.path("id").asString("STIX")));
        event.put("date", LocalDate.ofInstant(when, ZoneOffset.UTC).toString());
        event.put("timestamp", String.valueOf(when.getEpochSecond()));
        event.put("published", false);
        event.put("analysis", "0");
        event.put("threat_level_id", "4");
        event.put("distribution", "0");
        ArrayNode tags = event.putArray("Tag");
        tlp().ifPresent(tlp -> tags.addObject().put("name", "tlp:" + tlp.word()));
        for (JsonNode label : report.path("labels")) {
            tags.addObject().put("name", label.asString(""));
        }
        return event;
    }

    /** What the event is called after: the only report or grouping, else the bundle. */
    private ObjectNode report() {
        List<ObjectNode> reports = new ArrayList<>();
        for (JsonNode object : bundle.path("objects")) {
            String type = object.path("type").asString("");
            if (type.equals("report") || type.equals("grouping")) {
                reports.add((ObjectNode) object);
            }
        }
        return reports.size() == 1 ? reports.getFirst() : bundle;
    }

    /** The narrowest level of all objects and their parts. */
    private Optional<Tlp> tlp() {
        return bundle.path("objects")
                .valueStream()
                .flatMap(object -> StixMarkings.of((ObjectNode) object).all().stream())
                .flatMap(marking -> Tlp.ofMarking(marking).stream())
                .reduce(Tlp::narrower);
    }

    private static String uuid(ObjectNode object) {
        String id = object.path("id").asString("");
        int at = id.indexOf("--");
        return at < 0 ? StixParts.uuid(object) : id.substring(at + 2);
    }

    private void hold(ObjectNode event, ObjectNode object, String pointer) {
        String type = object.path("type").asString("");
        List<Typed> typed = typed(object);
        if (typed.isEmpty()) {
            kept.add(new Kept(pointer, type, "MISP has no attribute for it"));
        }
        ArrayNode objects =
                event.get("Object") instanceof ArrayNode there ? there : event.putArray("Object");
        ObjectNode holder = objects.addObject();
        holder.put("name", HOLDER);
        holder.put("meta-category", "misc");
        holder.put("template_uuid", HOLDER_TEMPLATE);
        holder.put("template_version", "1");
        holder.put("uuid", uuid(object));
        String seconds = String.valueOf(moment(object).getEpochSecond());
        holder.put("timestamp", seconds);
        holder.put("distribution", "5");
        ArrayNode attributes = holder.putArray("Attribute");
        attribute(attributes, "json", new Typed("text", object.toString()), seconds);
        for (Typed one : typed) {
            ObjectNode attribute = attribute(attributes, one.type(), one, seconds);
            attribute.put("to_ids", type.equals("indicator"));
            attribute.put("disable_correlation", false);
        }
        references(holder, object);
    }

    private Instant moment(ObjectNode object) {
        return StixTimestamp.of(object.path("modified").asString(""))
                .map(StixTimestamp::instant)
                .orElse(now);
    }

    private static ObjectNode attribute(
            ArrayNode attributes, String relation, Typed typed, String seconds) {
        ObjectNode attribute = attributes.addObject();
        attribute.put("object_relation", relation);
        attribute.put("type", typed.type());
        attribute.put("category", typed.type().equals("text") ? "Other" : "Network activity");
        attribute.put("value", typed.value());
        attribute.put("to_ids", false);
        attribute.put("disable_correlation", true);
        attribute.put("timestamp", seconds);
        attribute.put("distribution", "5");
        attribute.put("uuid", StixParts.uuid(attribute));
        return attribute;
    }

    private static void references(ObjectNode holder, ObjectNode object) {
        if (!object.path("type").asString("").equals("relationship")) {
            return;
        }
        ArrayNode references = holder.putArray("ObjectReference");
        for (String side : new String[] {"source_ref", "target_ref"}) {
            String id = object.path(side).asString("");
            String name = object.path("relationship_type").asString("related-to");
            references
                    .addObject()
                    .put("object_uuid", uuid(object))
                    .put(
                            "referenced_uuid",
                            id.substring(id.indexOf("--") < 0 ? 0 : id.indexOf("--") + 2))
                    .put("relationship_type", side.equals("source_ref") ? "source" : name);
        }
    }

    /** What MISP understands of the object. */
    static List<Typed> typed(ObjectNode object) {
        return switch (object.path("type").asString("")) {
            case "indicator" -> indicator(object);
            case "vulnerability" ->
                    List.of(new Typed("vulnerability", object.path("name").asString("")));
            default -> observable(object);
        };
    }

    private static List<Typed> indicator(ObjectNode object) {
        String pattern = object.path("pattern").asString("");
        return switch (object.path("pattern_type").asString("")) {
            case "yara" -> List.of(new Typed("yara", pattern));
            case "sigma" -> List.of(new Typed("sigma", pattern));
            case "snort", "suricata" -> List.of(new Typed("snort", pattern));
            case "stix" -> stix(pattern);
            default -> List.of();
        };
    }

    private static List<Typed> stix(String pattern) {
        List<Term> terms = Attributes.termsOf(pattern);
        Optional<Typed> whole = terms.isEmpty() ? Optional.empty() : Attributes.typed(terms);
        List<Typed> typed = new ArrayList<>();
        if (whole.isPresent()) {
            typed.add(whole.get());
        }
        typed.add(new Typed("stix2-pattern", pattern));
        return typed;
    }

    private static List<Typed> observable(ObjectNode object) {
        List<Typed> typed = new ArrayList<>();
        for (String path : Attributes.singlePaths()) {
            Optional<String> value = StixParts.at(object, path);
            if (value.isPresent()) {
                Attributes.typed(List.of(new Term(path, value.get()))).ifPresent(typed::add);
            }
        }
        return typed;
    }
}
