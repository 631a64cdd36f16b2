package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A selection of a rule, or a part of one, as a pipeline may still change it. */
public sealed interface DraftPart {

    /** All parts hold. */
    record All(List<DraftPart> parts) implements DraftPart {}

    /** One of the parts holds. */
    record Any(List<DraftPart> parts) implements DraftPart {}

    /**
     * One key with its values.
     *
     * @param key where the key stands
     * @param field empty for words anywhere
     * @param modifiers as they are written
     * @param values single values, at least one
     * @param done the steps that changed it
     */
    record Item(Yaml key, String field, List<String> modifiers, List<Yaml> values, Set<String> done)
            implements DraftPart {

        public Item {
            modifiers = List.copyOf(modifiers);
            values = List.copyOf(values);
            done = Set.copyOf(done);
        }

        Item named(String other) {
            return new Item(key, other, modifiers, values, done);
        }

        Item with(List<Yaml> others) {
            return new Item(key, field, modifiers, others, done);
        }

        Item modified(List<String> others) {
            return new Item(key, field, others, values, done);
        }

        Item doneBy(String step) {
            Set<String> more = new HashSet<>(done);
            more.add(step);
            return new Item(key, field, modifiers, values, more);
        }
    }

    /** What stands in a rule. */
    static DraftPart of(Yaml written) {
        return switch (written) {
            case Yaml.Mapping mapping -> {
                List<DraftPart> parts = new ArrayList<>();
                mapping.entries().forEach((key, value) -> parts.add(item(key, value)));
                yield new All(parts);
            }
            case Yaml.Sequence list -> new Any(list.items().stream().map(DraftPart::of).toList());
            case Yaml.Scalar scalar -> item("", scalar);
        };
    }

    private static Item item(String key, Yaml value) {
        List<String> words = List.of(key.split("\\|", -1));
        List<Yaml> values = new ArrayList<>();
        flatten(value, values);
        return new Item(value, words.getFirst(), words.subList(1, words.size()), values, Set.of());
    }

    private static void flatten(Yaml value, List<Yaml> values) {
        if (value instanceof Yaml.Sequence list) {
            list.items().forEach(one -> flatten(one, values));
        } else {
            values.add(value);
        }
    }
}
