package az.qalxan.engines.threatintel.misp;

import az.qalxan.engines.threatintel.misp.Attributes.Term;
import az.qalxan.engines.threatintel.stix.ScoIds;
import az.qalxan.engines.threatintel.stix.StixId;
import az.qalxan.engines.threatintel.stix.StixTimestamp;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of STIX that conversions put together. */
final class StixParts {

    /** Names what has no UUID that STIX would take. */
    private static final UUID NAMESPACE = UUID.fromString("6d1d2f10-5f0a-4a37-9a86-2f0d7b0c5b4e");

    private static final int EPOCH_DIGITS_MAX = 11;

    private StixParts() {}

    static ObjectNode object(String type, String uuid, Instant moment) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + uuid);
        object.put("created", StixTimestamp.text(moment));
        object.put("modified", StixTimestamp.text(moment));
        return object;
    }

    /** The UUID of what MISP calls by it, or one made of the content. */
    static String uuid(JsonNode node) {
        String uuid = node.path("uuid").asString("").toLowerCase(Locale.ROOT);
        boolean fits = StixId.of("indicator--" + uuid).isPresent();
        return fits ? uuid : ScoIds.uuid(NAMESPACE, node.toString()).toString();
    }

    /** Seconds since 1970 as MISP writes them, in quotes or without. */
    static Optional<Instant> epoch(JsonNode value) {
        String text = value.isNumber() ? value.toString() : value.asString("");
        boolean digits =
                !text.isEmpty()
                        && text.length() <= EPOCH_DIGITS_MAX
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }

    static Optional<Instant> date(JsonNode value) {
        try {
            LocalDate date = LocalDate.parse(value.asString(""));
            return Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant())
                    .filter(StixParts::written);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A moment as MISP writes it with an offset. */
    static Optional<Instant> seen(JsonNode value) {
        try {
            return value.isString()
                    ? Optional.of(OffsetDateTime.parse(value.asString()).toInstant())
                            .filter(StixParts::written)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether STIX can write the moment: years have four digits. */
    private static boolean written(Instant moment) {
        return StixTimestamp.of(StixTimestamp.text(moment)).isPresent();
    }

    static String pattern(List<Term> terms) {
        List<String> comparisons = terms.stream().map(Term::comparison).toList();
        return "[" + String.join(" AND ", comparisons) + "]";
    }

    /** Observables that have what the comparisons say; none when one follows references. */
    static List<ObjectNode> observables(List<Term> terms) {
        Map<String, ObjectNode> byType = new LinkedHashMap<>();
        for (Term term : terms) {
            String path = term.path();
            if (path.contains("_ref")
                    || path.contains("[*]")
                    || path.contains("extensions")
                    || path.startsWith("email-message:")
                    || path.startsWith("network-traffic:")) {
                return List.of();
            }
            int colon = path.indexOf(':');
            String type = path.substring(0, colon);
            ObjectNode object = byType.computeIfAbsent(type, StixParts::observable);
            set(object, path.substring(colon + 1), term.value());
        }
        if (byType.containsKey("file")
                && !byType.get("file").has("name")
                && !byType.get("file").has("hashes")) {
            return List.of();
        }
        if (byType.containsKey("software")) {
            return List.of();
        }
        List<ObjectNode> observables = new ArrayList<>();
        for (ObjectNode object : byType.values()) {
            object.put("id", ScoIds.of(object).orElseThrow().toString());
            observables.add(object);
        }
        return observables;
    }

    private static ObjectNode observable(String type) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", "");
        return object;
    }

    private static void set(ObjectNode object, String path, String value) {
        String[] steps = path.split("\\.", 2);
        if (steps.length == 2) {
            ObjectNode inner =
                    object.get(steps[0]) instanceof ObjectNode there
                            ? there
                            : object.putObject(steps[0]);
            inner.put(steps[1].replace("'", ""), value);
        } else if (path.equals("size") || path.equals("number")) {
            object.put(path, Long.parseLong(value));
        } else {
            object.put(path, value);
        }
    }

    /** What an observable has at the path; nothing when the path goes elsewhere. */
    static Optional<String> at(ObjectNode observable, String path) {
        int colon = path.indexOf(':');
        String type = observable.path("type").asString("");
        boolean ip =
                path.startsWith("ip:") && (type.equals("ipv4-addr") || type.equals("ipv6-addr"));
        if (!ip && !path.substring(0, colon).equals(type) || path.contains("_ref")) {
            return Optional.empty();
        }
        JsonNode at = observable;
        for (String step : path.substring(colon + 1).split("\\.")) {
            at = at.path(step.replace("'", ""));
        }
        return at.isString() || at.isIntegralNumber()
                ? Optional.of(at.asString())
                : Optional.empty();
    }

    /** The definition of a level of TLP 2.0, as its extension fixes it. */
    static ObjectNode marking(Tlp tlp) {
        ObjectNode marking = JsonNodeFactory.instance.objectNode();
        marking.put("type", "marking-definition");
        marking.put("spec_version", "2.1");
        marking.put("id", tlp.marking());
        marking.put("created", "2022-10-01T00:00:00.000Z");
        marking.put("name", "TLP:" + tlp.word().toUpperCase(Locale.ROOT));
        marking.putObject("extensions")
                .putObject(Tlp.EXTENSION)
                .put("extension_type", "property-extension")
                .put("tlp_2_0", tlp.word());
        return marking;
    }

    /** Puts what MISP says into the extension of the object. */
    static ObjectNode extend(ObjectNode object, String name, JsonNode misp) {
        ObjectNode extension = object.withObject("/extensions").putObject(MispStix.EXTENSION);
        extension.put("extension_type", "property-extension");
        extension.set(name, misp);
        return object;
    }
}
