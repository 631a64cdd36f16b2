package az.qalxan.exchange.knowledge;

import az.qalxan.engines.threatintel.pattern.Pattern;
import az.qalxan.engines.threatintel.pattern.PatternReading;
import az.qalxan.engines.threatintel.pattern.PatternValue;
import az.qalxan.engines.threatintel.pattern.PatternValues;
import az.qalxan.exchange.StixMoment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads from an object what is looked up: the values of its pattern or of itself, what it names,
 * how long it holds (STIX 2.1, chapters 4 to 6 and 9). What cannot be read is left out: the object
 * is there all the same.
 */
@Component
class ObjectReading {

    private static final int NAME_CHARS_MAX = 200;
    private static final int ID_CHARS_MAX = 300;
    private static final int CONFIDENCE_MAX = 100;
    private static final List<String> NAMES =
            List.of("name", "value", "abstract", "subject", "path", "pattern");

    private final ValueReading values;

    ObjectReading(ValueReading values) {
        this.values = values;
    }

    KnownObject read(String type, JsonNode object) {
        return new KnownObject(
                name(object),
                moment(object, type.equals("sighting") ? "first_seen" : "created"),
                moment(object, "valid_from"),
                moment(object, "valid_until"),
                confidence(object.path("confidence")),
                held(type, object),
                links(type, object));
    }

    private static String name(JsonNode object) {
        return NAMES.stream()
                .map(one -> clean(object.path(one).asString("")))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Without signs that no name has, and not longer than a line. */
    private static String clean(String text) {
        String cut = text.length() > NAME_CHARS_MAX ? text.substring(0, NAME_CHARS_MAX) : text;
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints()
                .filter(c ->
                        !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static @Nullable Instant moment(JsonNode object, String name) {
        return StixMoment.instant(object.path(name).asString("")).orElse(null);
    }

    private static @Nullable Integer confidence(JsonNode said) {
        boolean sound = said.isInt() && said.intValue() >= 0 && said.intValue() <= CONFIDENCE_MAX;
        return sound ? said.intValue() : null;
    }

    private List<KnownObject.Held> held(String type, JsonNode object) {
        Map<KnownValue, Boolean> held = new LinkedHashMap<>();
        if (type.equals("indicator")) {
            ofPattern(object)
                    .forEach(one ->
                            values.at(one.type(), one.path(), one.text())
                                    .ifPresent(value ->
                                            held.merge(value, one.alone(), Boolean::logicalOr)));
        } else {
            ofObservable(type, object, held);
        }
        return held.entrySet().stream()
                .map(one -> new KnownObject.Held(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<PatternValue> ofPattern(JsonNode object) {
        boolean stix = object.path("pattern_type").asString("").equals("stix");
        String pattern = stix ? object.path("pattern").asString("") : "";
        return !pattern.isEmpty()
                        && Pattern.read(pattern) instanceof PatternReading.Read(Pattern read)
                ? PatternValues.of(read)
                : List.of();
    }

    private void ofObservable(String type, JsonNode object, Map<KnownValue, Boolean> held) {
        for (String property : List.of("value", "iban")) {
            values.at(type, property, object.path(property).asString(""))
                    .ifPresent(value -> held.put(value, true));
        }
        object.path("hashes")
                .properties()
                .forEach(hash ->
                        values.at(type, "hashes." + hash.getKey(), hash.getValue().asString(""))
                                .ifPresent(value -> held.put(value, true)));
    }

    private static List<KnownObject.Link> links(String type, JsonNode object) {
        String id = object.path("id").asString("");
        List<KnownObject.Link> links = new ArrayList<>();
        if (type.equals("relationship")) {
            link(
                    links,
                    clean(object.path("relationship_type").asString("")),
                    object.path("source_ref"),
                    object.path("target_ref"));
        }
        Stream.of("created_by_ref", "sighting_of_ref")
                .forEach(name -> link(links, name, object.path("id"), object.path(name)));
        Stream.of("where_sighted_refs", "observed_data_refs", "object_refs")
                .forEach(name ->
                        object.path(name)
                                .forEach(one -> link(links, name, object.path("id"), one)));
        return links.stream().distinct().filter(one -> !one.target().equals(id)).toList();
    }

    private static void link(
            List<KnownObject.Link> links, String relation, JsonNode source, JsonNode target) {
        String from = id(source);
        String to = id(target);
        if (!relation.isEmpty() && !from.isEmpty() && !to.isEmpty()) {
            links.add(new KnownObject.Link(relation, from, to));
        }
    }

    private static String id(JsonNode said) {
        String id = said.asString("");
        boolean sound =
                id.length() <= ID_CHARS_MAX
                        && id.contains("--")
                        && id.chars().allMatch(c -> c > ' ' && c < 127);
        return sound ? id : "";
    }
}
