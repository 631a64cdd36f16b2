package az.qalxan.cooperation.conversation;

import az.qalxan.reporting.CleanText;
import az.qalxan.web.Violation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words as JSON. The bytes that are read are foreign: sizes and depth are bounded, every field must
 * be there and nothing else may be, and all that is wrong is said at once with its place.
 */
final class WordJson {

    /** The version that is written and read; a change of any word is a new one. */
    static final String SCHEMA = "qalxan-cooperation/1";

    static final int BYTES_MAX = 1_000_000;
    static final int CHARS_MAX = 10_000;
    static final int NUMBER_CHARS_MAX = 60;
    private static final int NESTING_MAX = 4;
    private static final int QUOTED_CHARS = 40;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(NESTING_MAX)
                                                    .maxDocumentLength(BYTES_MAX)
                                                    .maxStringLength(BYTES_MAX)
                                                    .maxNameLength(200)
                                                    .maxNumberLength(20)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final List<Violation> flaws = new ArrayList<>();

    private WordJson() {}

    static byte[] write(Spoken spoken) {
        ObjectNode node = JSON.createObjectNode();
        node.put("schema", SCHEMA);
        node.put("kind", WordKind.of(spoken.word()).wire());
        node.put("reference", spoken.reference().toString());
        node.put("number", spoken.number());
        node.set("word", fields((Record) spoken.word()));
        return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    /** A word as it is kept: its fields, and the number that the speaker has. */
    static String kept(String number, Word word) {
        ObjectNode node = JSON.createObjectNode();
        node.put("number", number);
        node.set("word", fields((Record) word));
        return JSON.writeValueAsString(node);
    }

    /** The message of a word that was kept. */
    static byte[] message(String wire, UUID reference, String kept) {
        JsonNode node = JSON.readTree(kept);
        WordKind kind = WordKind.ofWire(wire).orElseThrow();
        return write(new Spoken(reference, node.required("number").asString(), stored(kind, kept)));
    }

    private static ObjectNode fields(Record word) {
        ObjectNode node = JSON.createObjectNode();
        for (RecordComponent one : word.getClass().getRecordComponents()) {
            @Nullable Object value = value(word, one);
            if (value == null) {
                node.putNull(one.getName());
            } else if (value instanceof Boolean yes) {
                node.put(one.getName(), yes);
            } else {
                node.put(one.getName(), value.toString());
            }
        }
        return node;
    }

    private static @Nullable Object value(Record word, RecordComponent component) {
        try {
            return component.getAccessor().invoke(word);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** A word that was kept. */
    static Word stored(WordKind kind, String kept) {
        WordJson reading = new WordJson();
        @Nullable Word word = reading.word(JSON.readTree(kept).required("word"), kind);
        if (word == null) {
            throw new IllegalStateException("a word is stored broken: " + reading.flaws);
        }
        return word;
    }

    /** Reads what came as a message of that kind. */
    static WordRead read(String wire, byte[] json) {
        if (json.length > BYTES_MAX) {
            return refused(null, wrong("", "bytes", json.length, BYTES_MAX));
        }
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            return refused(null, wrong("", "json", line(e), column(e)));
        }
        return new WordJson().read(wire, node);
    }

    private static Object line(JacksonException e) {
        return e.getLocation() == null ? "?" : e.getLocation().getLineNr();
    }

    private static Object column(JacksonException e) {
        return e.getLocation() == null ? "?" : e.getLocation().getColumnNr();
    }

    private static WordRead refused(@Nullable UUID reference, Violation... flaws) {
        return new WordRead.NotUnderstood(reference, List.of(flaws));
    }

    private WordRead read(String wire, JsonNode node) {
        if (!node.isObject()) {
            return refused(null, wrong("", "object"));
        }
        @Nullable UUID reference = uuid(node.get("reference"), "/reference");
        String schema = shortened(node.path("schema").asString(""));
        if (!schema.equals(SCHEMA)) {
            return refused(reference, wrong("/schema", "schema", schema, SCHEMA));
        }
        Optional<WordKind> kind = WordKind.ofWire(wire);
        if (kind.isEmpty() || !node.path("kind").asString("").equals(wire)) {
            return refused(reference, wrong("/kind", "kind", shortened(wire)));
        }
        unknown(node, Set.of("schema", "kind", "reference", "number", "word"), "");
        @Nullable Object number = text(node.get("number"), "/number", NUMBER_CHARS_MAX);
        @Nullable JsonNode fields = node.get("word");
        @Nullable Word word = fields == null ? null : word(fields, kind.get());
        if (fields == null) {
            flaws.add(wrong("/word", "missing"));
        }
        return reference == null || number == null || word == null || !flaws.isEmpty()
                ? new WordRead.NotUnderstood(reference, flaws)
                : new WordRead.Understood(new Spoken(reference, number.toString(), word));
    }

    private void unknown(JsonNode node, Set<String> known, String place) {
        Set<String> others = new HashSet<>(node.propertyNames());
        others.removeAll(known);
        others.stream()
                .sorted()
                .limit(10)
                .forEach(name -> flaws.add(wrong(place + "/" + shortened(name), "unknown")));
    }

    private @Nullable Word word(JsonNode node, WordKind kind) {
        if (!node.isObject()) {
            flaws.add(wrong("/word", "object"));
            return null;
        }
        int before = flaws.size();
        RecordComponent[] components = kind.form().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Set<String> names = new HashSet<>();
        for (int i = 0; i < components.length; i++) {
            names.add(components[i].getName());
            values[i] = field(node.get(components[i].getName()), components[i]);
        }
        unknown(node, names, "/word");
        if (flaws.size() > before) {
            return null;
        }
        Word word = (Word) make(kind.form(), components, values);
        for (String name : word.required()) {
            if (node.path(name).asString("").isBlank()) {
                flaws.add(wrong("/word/" + name, "empty"));
            }
        }
        return flaws.size() > before ? null : word;
    }

    private @Nullable Object field(@Nullable JsonNode node, RecordComponent component) {
        String place = "/word/" + component.getName();
        Class<?> type = component.getType();
        if (node != null
                && node.isNull()
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        if (type == boolean.class) {
            if (node == null || !node.isBoolean()) {
                flaws.add(wrong(place, node == null ? "missing" : "boolean"));
                return null;
            }
            return node.booleanValue();
        }
        if (type == UUID.class) {
            return uuid(node, place);
        }
        @Nullable Object text = text(node, place, CHARS_MAX);
        return type == Instant.class && text != null ? moment(text.toString(), place) : text;
    }

    private @Nullable Object text(@Nullable JsonNode node, String place, int most) {
        if (node == null || !node.isString()) {
            flaws.add(wrong(place, node == null ? "missing" : "text"));
            return null;
        }
        String text = node.stringValue();
        if (text.length() > most) {
            flaws.add(wrong(place, "long", text.length(), most));
            return null;
        }
        return CleanText.of(text);
    }

    private @Nullable UUID uuid(@Nullable JsonNode node, String place) {
        @Nullable Object text = text(node, place, NUMBER_CHARS_MAX);
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text.toString());
        } catch (IllegalArgumentException e) {
            flaws.add(wrong(place, "uuid", shortened(text.toString())));
            return null;
        }
    }

    private @Nullable Instant moment(String text, String place) {
        try {
            Instant moment = Instant.parse(text);
            if (moment.isAfter(Moment.EARLIEST) && moment.isBefore(Moment.LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // told below with its place, like a moment that is out of range
        }
        flaws.add(wrong(place, "moment", shortened(text)));
        return null;
    }

    /** Moments that the database keeps and people live in. */
    private static final class Moment {
        static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
        static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    }

    private static Violation wrong(String place, String key, Object... arguments) {
        return Violation.at(place, "talk.wrong." + key, arguments);
    }

    private static String shortened(String text) {
        String clean = CleanText.of(text);
        return clean.length() > QUOTED_CHARS ? clean.substring(0, QUOTED_CHARS) : clean;
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
