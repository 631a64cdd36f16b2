package az.qalxan.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an object says under one name, for people.
 *
 * @param name message key {@code object.fact.<name>}
 * @param values as they are written
 */
record ObjectFact(String name, List<String> values) {

    private static final int VALUES_MAX = 40;
    private static final int VALUE_CHARS_MAX = 4_000;

    private static final List<String> NAMES =
            List.of(
                    "description",
                    "value",
                    "pattern",
                    "pattern_type",
                    "indicator_types",
                    "malware_types",
                    "threat_actor_types",
                    "valid_from",
                    "valid_until",
                    "first_seen",
                    "last_seen",
                    "first_observed",
                    "last_observed",
                    "kill_chain_phases",
                    "relationship_type",
                    "source_ref",
                    "target_ref",
                    "sighting_of_ref",
                    "count",
                    "hashes",
                    "aliases",
                    "labels",
                    "confidence",
                    "created_by_ref",
                    "created",
                    "external_references");

    ObjectFact {
        values = List.copyOf(values);
    }

    /** In an order that suits reading; what an object does not say is left out. */
    static List<ObjectFact> of(JsonNode object) {
        List<ObjectFact> facts = new ArrayList<>();
        for (String name : NAMES) {
            List<String> values =
                    values(name, object.path(name))
                            .filter(one -> !one.isBlank())
                            .limit(VALUES_MAX)
                            .map(ObjectFact::shortened)
                            .toList();
            if (!values.isEmpty()) {
                facts.add(new ObjectFact(name, values));
            }
        }
        return facts;
    }

    private static Stream<String> values(String name, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(one -> values(name, one));
        }
        if (!value.isObject()) {
            return Stream.of(value.asString(""));
        }
        return switch (name) {
            case "kill_chain_phases" ->
                    Stream.of(joined(value, " · ", "kill_chain_name", "phase_name"));
            case "external_references" ->
                    Stream.of(joined(value, " · ", "source_name", "external_id", "url"));
            default ->
                    value.properties().stream()
                            .map(one -> one.getKey() + ": " + one.getValue().asString(""));
        };
    }

    private static String joined(JsonNode value, String between, String... names) {
        return String.join(
                between,
                Stream.of(names)
                        .map(one -> value.path(one).asString(""))
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static String shortened(String value) {
        return value.length() > VALUE_CHARS_MAX ? value.substring(0, VALUE_CHARS_MAX) + "…" : value;
    }

    /** The moment that it says; empty where it says none. */
    Optional<Instant> moment() {
        return values.size() == 1 ? StixMoment.instant(values.getFirst()) : Optional.empty();
    }

    /** Whether it is written for machines. */
    boolean code() {
        return switch (name) {
            case "pattern", "value", "hashes" -> true;
            default -> name.endsWith("_ref");
        };
    }
}
