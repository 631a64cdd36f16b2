package az.qalxan.engines.threatintel.misp;

import az.qalxan.engines.threatintel.misp.Attributes.Term;
import az.qalxan.engines.threatintel.misp.Conversion.Kept;
import az.qalxan.engines.threatintel.stix.StixCheck;
import az.qalxan.engines.threatintel.stix.StixTimestamp;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a bundle of one event. */
final class EventToStix {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,10}");
    private static final StixCheck CHECK = new StixCheck();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Whose extension it is: the same whoever converts, or it would be two with one id. */
    private static final String DEFINER = "identity--5f1d6b0e-3c0e-4c55-8c4a-9d6a1f0b7e22";

    /** Languages of patterns that are a type of attribute. */
    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "yara",
                    "yara",
                    "sigma",
                    "sigma",
                    "snort",
                    "snort",
                    "pattern-in-file",
                    "pcre",
                    "stix2-pattern",
                    "stix");

    /** What the objects of STIX and the report say in their own words. */
    private static final Set<String> SAID =
            Set.of("info", "uuid", "date", "timestamp", "Attribute", "Object", "Orgc", "Tag");

    private final ObjectNode event;
    private final String outer;
    private final Instant moment;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final List<Kept> kept = new ArrayList<>();

    EventToStix(ObjectNode event, String outer) {
        this.event = event;
        this.outer = outer;
        this.moment =
                StixParts.epoch(event.path("timestamp"))
                        .or(() -> StixParts.date(event.path("date")))
                        .orElse(Instant.EPOCH);
    }

    Conversion convert() {
        if (Holders.only(event)) {
            return new Conversion.Converted(Holders.bundle(event), kept);
        }
        ObjectNode author = author();
        attributes(event.path("Attribute"), outer + "/Attribute");
        int index = 0;
        for (JsonNode object : event.path("Object")) {
            object(object, outer + "/Object/" + index++);
        }
        event.forEachEntry((name, value) -> {
            boolean empty = value.isNull() || value.isContainer() && value.isEmpty();
            if (!SAID.contains(name) && !empty) {
                keep(outer + '/' + name, name, "STIX has no word for it");
            }
        });
        List<ObjectNode> all = new ArrayList<>();
        all.add(author);
        all.add(definition());
        all.add(report(author));
        all.addAll(objects.values());
        mark(all);
        ObjectNode bundle = NODES.objectNode();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + StixParts.uuid(event));
        ArrayNode list = bundle.putArray("objects");
        all.forEach(list::add);
        return new Conversion.Converted(bundle, kept);
    }

    private void keep(String pointer, String what, String why) {
        kept.add(new Kept(pointer, what, why));
    }

    private ObjectNode author() {
        JsonNode organisation =
                event.path("Orgc").isObject() ? event.path("Orgc") : event.path("Org");
        ObjectNode author =
                StixParts.object("identity", StixParts.uuid(organisation), Instant.EPOCH);
        author.put("name", organisation.path("name").asString("unknown"));
        author.put("identity_class", "organization");
        return author;
    }

    private static ObjectNode definition() {
        String uuid = MispStix.EXTENSION.substring("extension-definition--".length());
        ObjectNode definition = StixParts.object("extension-definition", uuid, Instant.EPOCH);
        definition.put("created_by_ref", DEFINER);
        definition.put("name", "What MISP says");
        definition.put("schema", "https://github.com/MISP/misp-rfc");
        definition.put("version", "1.0.0");
        definition.putArray("extension_types").add("property-extension");
        return definition;
    }

    private ObjectNode report(ObjectNode author) {
        ObjectNode report = StixParts.object("report", StixParts.uuid(event), moment);
        report.set("created_by_ref", author.get("id"));
        report.put("name", event.path("info").asString());
        report.put("published", StixTimestamp.text(moment));
        ArrayNode labels = NODES.arrayNode();
        for (JsonNode tag : event.path("Tag")) {
            labels.add(tag.path("name").asString(""));
        }
        if (!labels.isEmpty()) {
            report.set("labels", labels);
        }
        ArrayNode refs = report.putArray("object_refs");
        refs.add(author.get("id"));
        objects.keySet().forEach(refs::add);
        return StixParts.extend(report, "event", event);
    }

    /**
     * The narrowest level of TLP among all tags, of parts too, holds for all: the report keeps the
     * whole event.
     */
    private void mark(List<ObjectNode> all) {
        Optional<Tlp> tlp =
                event.findValues("Tag").stream()
                        .flatMap(JsonNode::valueStream)
                        .map(tag -> tag.path("name").asString("").toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("tlp:"))
                        .flatMap(name -> Tlp.ofWord(name.substring("tlp:".length())).stream())
                        .reduce(Tlp::narrower);
        if (tlp.isPresent()) {
            String id = tlp.get().marking();
            all.forEach(object -> object.putArray("object_marking_refs").add(id));
            all.add(StixParts.marking(tlp.get()));
        }
    }

    private void attributes(JsonNode attributes, String pointer) {
        int index = 0;
        for (JsonNode one : attributes) {
            String at = pointer + '/' + index++;
            if (!attribute(one)) {
                keep(at, one.path("type").asString("?"), "STIX has no word for this type or value");
            }
        }
    }

    private boolean attribute(JsonNode attribute) {
        String type = attribute.path("type").asString("");
        String value = attribute.path("value").asString("");
        if (type.equals("vulnerability") && CVE.matcher(value).matches()) {
            return addValid(List.of(vulnerability(value, attribute)));
        }
        String language = LANGUAGES.get(type);
        if (language != null && !value.isEmpty()) {
            return addValid(List.of(indicator(value, language, attribute)));
        }
        boolean detect = attribute.path("to_ids").asBoolean(false);
        return said(Attributes.terms(type, value), detect, attribute);
    }

    /** When the attribute or object was changed last. */
    private Instant when(JsonNode misp) {
        return StixParts.epoch(misp.path("timestamp")).orElse(moment);
    }

    private ObjectNode vulnerability(String number, JsonNode misp) {
        ObjectNode vulnerability =
                StixParts.object("vulnerability", StixParts.uuid(misp), when(misp));
        vulnerability.put("name", number);
        vulnerability
                .putArray("external_references")
                .addObject()
                .put("source_name", "cve")
                .put("external_id", number);
        return described(vulnerability, misp);
    }

    /** Says it with an indicator when it is to be looked for, else with what was observed. */
    private boolean said(List<Term> terms, boolean detect, JsonNode misp) {
        if (terms.isEmpty()) {
            return false;
        }
        if (detect) {
            return addValid(List.of(indicator(StixParts.pattern(terms), "stix", misp)));
        }
        List<ObjectNode> observables = StixParts.observables(terms);
        if (observables.isEmpty()) {
            return false;
        }
        List<ObjectNode> made = new ArrayList<>(observables);
        made.add(observed(observables, misp));
        return addValid(made);
    }

    private ObjectNode observed(List<ObjectNode> observables, JsonNode misp) {
        Instant when = when(misp);
        ObjectNode observed = StixParts.object("observed-data", StixParts.uuid(misp), when);
        Instant first = StixParts.seen(misp.path("first_seen")).orElse(when);
        Instant last = StixParts.seen(misp.path("last_seen")).orElse(first);
        observed.put("first_observed", StixTimestamp.text(first));
        observed.put("last_observed", StixTimestamp.text(last.isBefore(first) ? first : last));
        observed.put("number_observed", 1);
        ArrayNode refs = observed.putArray("object_refs");
        observables.forEach(observable -> refs.add(observable.get("id")));
        return observed;
    }

    private ObjectNode indicator(String pattern, String language, JsonNode misp) {
        Instant when = when(misp);
        ObjectNode indicator = StixParts.object("indicator", StixParts.uuid(misp), when);
        indicator.put("pattern", pattern);
        indicator.put("pattern_type", language);
        Instant from = StixParts.seen(misp.path("first_seen")).orElse(when);
        indicator.put("valid_from", StixTimestamp.text(from));
        return described(indicator, misp);
    }

    private static ObjectNode described(ObjectNode object, JsonNode misp) {
        String comment = misp.path("comment").asString("");
        if (!comment.isEmpty()) {
            object.put("description", comment);
        }
        return object;
    }

    /** What was held for STIX comes back as it was, unless its attributes were changed since. */
    private boolean held(JsonNode object, String pointer) {
        if (!object.path("name").asString("").equals(BundleToMisp.HOLDER)) {
            return false;
        }
        Optional<ObjectNode> inside = Holders.content(object);
        if (inside.isEmpty()) {
            return false;
        }
        if (!Holders.unchanged(object, inside.get())) {
            keep(pointer, "attribute", "it was changed after it came from STIX");
            return false;
        }
        add(inside.get());
        return true;
    }

    private void object(JsonNode object, String pointer) {
        if (held(object, pointer)) {
            return;
        }
        List<Term> terms = new ArrayList<>();
        boolean detect = false;
        int index = 0;
        for (JsonNode attribute : object.path("Attribute")) {
            String at = pointer + "/Attribute/" + index++;
            String type = attribute.path("type").asString("");
            List<Term> own = Attributes.terms(type, attribute.path("value").asString(""));
            detect |= attribute.path("to_ids").asBoolean(false);
            if (own.isEmpty()) {
                keep(at, type, "STIX has no word for this type or value");
            }
            terms.addAll(own);
        }
        if (!said(terms, detect, object)) {
            keep(pointer, object.path("name").asString("?"), "nothing in it can be said in STIX");
        }
        for (JsonNode reference : object.path("ObjectReference")) {
            keep(
                    pointer + "/ObjectReference",
                    reference.path("relationship_type").asString("?"),
                    "references of MISP point to what STIX may not have");
        }
    }

    /** Adds them when all are valid: a value of MISP may be none of STIX. */
    private boolean addValid(List<ObjectNode> made) {
        boolean valid = made.stream().allMatch(one -> StixCheck.valid(CHECK.judge(one)));
        if (valid) {
            made.forEach(this::add);
        }
        return valid;
    }

    private void add(ObjectNode object) {
        objects.put(object.path("id").asString(), object);
    }
}
