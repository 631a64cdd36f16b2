package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns records into JSON and back by their components. Reading is strict: every component must be
 * there, nothing else may be, and all that is wrong is said at once with its place.
 */
final class RecordJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final List<Violation> flaws = new ArrayList<>();

    private RecordJson() {}

    /** What was read: a record, or what is wrong with the data. */
    record Found<T>(Optional<T> value, List<Violation> flaws) {}

    static ObjectNode write(Record record) {
        ObjectNode node = JSON.createObjectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            node.set(component.getName(), value(read(record, component)));
        }
        return node;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.getNodeFactory().nullNode();
            case Record record -> write(record);
            case List<?> list -> {
                ArrayNode array = JSON.createArrayNode();
                list.forEach(one -> array.add(value(one)));
                yield array;
            }
            case Boolean yes -> JSON.getNodeFactory().booleanNode(yes);
            case Long number -> JSON.getNodeFactory().numberNode(number);
            default -> JSON.getNodeFactory().stringNode(value.toString());
        };
    }

    static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    static <T extends Record> Found<T> read(JsonNode node, Class<T> type, String place) {
        RecordJson reading = new RecordJson();
        @Nullable Object made = reading.record(node, type, place);
        return new Found<>(
                made == null ? Optional.empty() : Optional.of(type.cast(made)), reading.flaws);
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String place) {
        if (!node.isObject()) {
            return wrong(place, "object");
        }
        int before = flaws.size();
        RecordComponent[] components = type.getRecordComponents();
        Set<String> unknown = new HashSet<>(node.propertyNames());
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            unknown.remove(name);
            values[i] = component(node.get(name), components[i], place + "/" + name);
        }
        unknown.stream().sorted().forEach(name -> wrong(place + "/" + name, "unknown"));
        return flaws.size() == before ? make(type, components, values) : null;
    }

    private @Nullable Object component(
            @Nullable JsonNode node, RecordComponent component, String place) {
        if (node == null) {
            return wrong(place, "missing");
        }
        if (node.isNull() && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == List.class) {
            return list(node, element(component), place);
        }
        if (type.isRecord()) {
            return record(node, type, place);
        }
        if (type == boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrong(place, "boolean");
        }
        if (type == long.class) {
            return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                    ? (Object) node.longValue()
                    : wrong(place, "number");
        }
        return node.isString() ? text(node.stringValue(), component, place) : wrong(place, "text");
    }

    private @Nullable Object list(JsonNode node, Class<?> element, String place) {
        if (!node.isArray()) {
            return wrong(place, "list");
        }
        if (node.size() > PaperText.ENTRIES_MAX) {
            return wrong(place, "entries", node.size(), PaperText.ENTRIES_MAX);
        }
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            @Nullable Object one = record(node.get(i), element, place + "/" + i);
            if (one != null) {
                made.add(one);
            }
        }
        return made;
    }

    private @Nullable Object text(String text, RecordComponent component, String place) {
        if (text.length() > PaperText.CHARS_MAX) {
            return wrong(place, "long", text.length(), PaperText.CHARS_MAX);
        }
        Class<?> type = component.getType();
        try {
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == ZonedDateTime.class) {
                return ZonedDateTime.parse(text);
            }
            if (component.isAnnotationPresent(PaperText.Zone.class) && !text.isEmpty()) {
                ZoneId.of(text);
            }
        } catch (DateTimeException e) {
            return wrong(place, "time", shortened(text));
        }
        if (type.isEnum()) {
            return choice(text, type, place);
        }
        if (component.isAnnotationPresent(PaperText.Sha256.class)
                && !SHA256.matcher(text).matches()) {
            return wrong(place, "digest", shortened(text));
        }
        return text;
    }

    private @Nullable Object choice(String text, Class<?> type, String place) {
        for (Object one : type.getEnumConstants()) {
            if (one.toString().equals(text)) {
                return one;
            }
        }
        return wrong(place, "choice", shortened(text));
    }

    private @Nullable Object wrong(String place, String key, Object... arguments) {
        flaws.add(Flaws.at(place, key, arguments));
        return null;
    }

    static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 40));
    }

    private static Object make(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> canonical =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }
}
