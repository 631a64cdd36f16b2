package az.qalxan.engines.detection;

import java.util.List;
import java.util.Map;

/** A value of JSON; a key that stands twice keeps both values. */
sealed interface JsonValue {

    record Leaf(EventValue value) implements JsonValue {}

    record Items(List<JsonValue> items) implements JsonValue {}

    record Members(Map<String, List<JsonValue>> members) implements JsonValue {

        /** The first value at the key that is an object; an empty one where there is none. */
        Members below(String key) {
            for (JsonValue value : members.getOrDefault(key, List.of())) {
                if (value instanceof Members inner) {
                    return inner;
                }
            }
            return new Members(Map.of());
        }

        boolean has(String key) {
            return members.containsKey(key);
        }
    }
}
