package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An event whose fields are held in memory. */
public final class FieldEvent implements LogEvent {

    private final Map<String, List<EventValue>> fields;
    private final String line;

    private FieldEvent(Map<String, List<EventValue>> fields, String line) {
        this.fields = fields;
        this.line = line;
    }

    /** Gathers the fields of one event; a field that is named twice holds both values. */
    public static final class Building {

        private final Map<String, List<EventValue>> fields = new LinkedHashMap<>();
        private String line = "";

        /** Begins with what an event holds. */
        static Building of(FieldEvent event) {
            Building same = new Building().line(event.line());
            event.fields.forEach(
                    (field, values) -> same.fields.put(field, new ArrayList<>(values)));
            return same;
        }

        boolean hasLine() {
            return !line.isEmpty();
        }

        List<EventValue> values(String field) {
            return List.copyOf(fields.getOrDefault(field, List.of()));
        }

        public Building add(String field, EventValue value) {
            fields.computeIfAbsent(field, _ -> new ArrayList<>(1)).add(value);
            return this;
        }

        public Building line(String text) {
            line = text;
            return this;
        }

        public FieldEvent build() {
            fields.replaceAll((_, values) -> List.copyOf(values));
            return new FieldEvent(fields, line);
        }
    }

    @Override
    public List<EventValue> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    @Override
    public Set<String> fields() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    @Override
    public String line() {
        return line;
    }
}
