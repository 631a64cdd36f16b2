package az.qalxan.engines.threatintel.stix;

import az.qalxan.engines.threatintel.stix.Specification.PredefinedExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of the specification from their text. */
final class SpecificationReader {

    private static final String FILE = "stix-2.1.txt";

    private final Map<String, Vocabulary> vocabularies = new HashMap<>();
    private final Map<String, Shape> types = new HashMap<>();
    private final Map<String, Shape> objects = new HashMap<>();
    private final Map<String, ObjectKind> kinds = new HashMap<>();
    private final Map<String, PredefinedExtension> extensions = new HashMap<>();
    private final Map<String, List<String>> contributing = new HashMap<>();
    private final Map<String, Set<String>> relations = new HashMap<>();
    private final Set<String> timestamps = new HashSet<>();

    private SpecificationReader() {}

    static Specification read() {
        try (InputStream in = SpecificationReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not where this class is");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SpecificationReader().read(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Specification read(List<String> lines) {
        List<String> wanted = lines.stream().filter(SpecificationReader::says).toList();
        int at = 0;
        while (at < wanted.size()) {
            int end = at + 1;
            while (end < wanted.size() && wanted.get(end).startsWith(" ")) {
                end++;
            }
            block(wanted.get(at), wanted.subList(at + 1, end));
            at = end;
        }
        return new Specification(
                Map.copyOf(objects),
                kinds,
                custom(),
                Map.copyOf(extensions),
                Map.copyOf(contributing),
                Map.copyOf(relations),
                Set.copyOf(timestamps));
    }

    private static boolean says(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private void block(String head, List<String> lines) {
        String[] halves = head.split(": ?", 2);
        String[] words = halves[0].split(" ");
        String after = halves.length == 1 ? "" : halves[1];
        switch (words[0]) {
            case "vocabulary" -> {
                Set<String> values = new LinkedHashSet<>(Arrays.asList(after.split(" \\| ")));
                vocabularies.put(
                        words[1],
                        new Vocabulary(words[1], words[2].equals("closed"), words[3], values));
            }
            case "type" -> types.put(words[1], shape(words[2], lines, new LinkedHashMap<>()));
            case "object" -> object(words, after, lines);
            case "extension" ->
                    extensions.put(
                            words[1],
                            new PredefinedExtension(
                                    words[2], shape(words[3], lines, new LinkedHashMap<>())));
            case "relation" -> relations.put(words[1] + ' ' + words[2], Set.of(after.split(" ")));
            default -> throw new IllegalStateException(head);
        }
    }

    private void object(String[] words, String after, List<String> lines) {
        ObjectKind kind = ObjectKind.valueOf(words[2].toUpperCase(Locale.ROOT));
        kinds.put(words[1], kind);
        objects.put(words[1], shape(words[3], lines, common(kind, words[1])));
        if (kind == ObjectKind.SCO) {
            contributing.put(words[1], after.isEmpty() ? List.of() : List.of(after.split(" ")));
        }
    }

    private Map<ObjectKind, Shape> custom() {
        Map<ObjectKind, Shape> custom = new EnumMap<>(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            custom.put(kind, shape("11.2", List.of(), common(kind, "")));
        }
        return custom;
    }

    private Shape shape(String clause, List<String> lines, Map<String, Property> properties) {
        Set<String> own = new LinkedHashSet<>();
        List<ShapeRule> rules = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            if (words[0].startsWith("@")) {
                rules.add(rule(words, own));
                continue;
            }
            boolean required = words[0].endsWith("!");
            String name = required ? words[0].substring(0, words[0].length() - 1) : words[0];
            own.add(name);
            List<String> type = List.of(words).subList(1, words.length);
            if (type.getLast().equals("timestamp") || type.getLast().equals("second")) {
                timestamps.add(name);
            }
            properties.put(name, new Property(name, clause, required, value(type)));
        }
        List<String> required =
                properties.values().stream()
                        .filter(Property::required)
                        .map(Property::name)
                        .toList();
        return new Shape(clause, new LinkedHashMap<>(properties), required, rules);
    }

    private static ShapeRule rule(String[] words, Set<String> own) {
        List<String> names = List.of(words).subList(1, words.length);
        return switch (words[0]) {
            case "@any" -> new ShapeRule.Any(Set.copyOf(own));
            case "@any-of" -> new ShapeRule.AnyOf(names);
            case "@one-of" -> new ShapeRule.OneOf(names);
            case "@needs" -> new ShapeRule.Needs(names.getFirst(), names.subList(1, names.size()));
            case "@order" -> new ShapeRule.Order(names.get(0), names.get(1), false);
            case "@strict-order" -> new ShapeRule.Order(names.get(0), names.get(1), true);
            default -> throw new IllegalStateException(words[0]);
        };
    }

    private ValueRule value(List<String> words) {
        String second = words.size() > 1 ? words.get(1) : "";
        return switch (words.getFirst()) {
            case "list" -> Values.list(value(words.subList(1, words.size())));
            case "ref" -> new References(Set.of(second.split(",")), kinds);
            case "vocabulary" -> known(vocabularies.get(second), second);
            case "type" -> embedded(second);
            case "integer" -> Values.integer(bound(second, 0), bound(second, 1));
            case "float" -> Values.number(bound(second, 0), bound(second, 1));
            case "dictionary" -> Dictionaries.of(second);
            default -> SimpleTypes.of(words.getFirst());
        };
    }

    private static ValueRule known(@Nullable ValueRule rule, String name) {
        if (rule == null) {
            throw new IllegalStateException(name);
        }
        return rule;
    }

    /** A type that may be defined further down. */
    private ValueRule embedded(String type) {
        return (value, place, judging) -> {
            Shape shape = types.get(type);
            if (shape == null) {
                throw new IllegalStateException(type);
            }
            if (value instanceof tools.jackson.databind.node.ObjectNode object) {
                shape.judge(object, place, judging);
            } else {
                Values.wrong("an object", value, place, judging);
            }
        };
    }

    private static @Nullable Long bound(String range, int side) {
        String[] sides = range.split("\\.\\.", -1);
        return sides.length < 2 || sides[side].isEmpty() ? null : Long.valueOf(sides[side]);
    }

    /** The common properties of a kind (§3.2), and those that one type of them must have. */
    private Map<String, Property> common(ObjectKind kind, String type) {
        Map<String, Property> common = new LinkedHashMap<>();
        add(common, "type!", "string");
        add(common, kind == ObjectKind.SCO ? "spec_version" : "spec_version!", "version");
        add(common, "id!", "string");
        add(common, "object_marking_refs", "list ref marking-definition");
        add(common, "granular_markings", "list type granular-marking");
        add(common, "extensions", "object");
        if (kind == ObjectKind.SCO) {
            add(common, "defanged", "boolean");
            return common;
        }
        boolean author = type.equals("extension-definition");
        add(common, author ? "created_by_ref!" : "created_by_ref", "ref identity");
        add(common, "created!", "precise");
        add(common, "external_references", "list type external-reference");
        if (kind == ObjectKind.MARKING) {
            return common;
        }
        add(common, "modified!", "precise");
        add(common, "revoked", "boolean");
        add(common, "labels", "list string");
        add(common, "confidence", "integer 0..100");
        add(common, "lang", "language");
        return common;
    }

    private void add(Map<String, Property> common, String name, String type) {
        boolean required = name.endsWith("!");
        String bare = required ? name.substring(0, name.length() - 1) : name;
        ValueRule rule = value(List.of(type.split(" ")));
        if (type.equals("precise")) {
            timestamps.add(bare);
        }
        common.put(bare, new Property(bare, "3.2", required, rule));
    }
}
