package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mapping of a rule file and its values as the reader wants them. */
record Part(Yaml.Mapping mapping, Flaws flaws) {

    boolean has(String key) {
        return mapping.at(key) instanceof Yaml value
                && !(value instanceof Yaml.Scalar scalar && scalar.nothing());
    }

    /** The text at the key; empty, and a flaw, where something else stands there. */
    String text(String key) {
        Yaml value = mapping.at(key);
        if (value == null) {
            return "";
        }
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.nothing() ? "" : scalar.text().strip();
        }
        flaws.add(value, Code.NOT_TEXT, key);
        return "";
    }

    String required(String key) {
        if (!has(key)) {
            flaws.add(mapping, Code.MISSING, key);
            return "";
        }
        return text(key);
    }

    /** The texts at the key, which may also be one text. */
    List<String> texts(String key) {
        Yaml value = mapping.at(key);
        if (value == null || !has(key)) {
            return List.of();
        }
        if (value instanceof Yaml.Scalar scalar) {
            return List.of(scalar.text().strip());
        }
        if (!(value instanceof Yaml.Sequence list)) {
            flaws.add(value, Code.NOT_LIST, key);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Scalar scalar) {
                texts.add(scalar.text().strip());
            } else {
                flaws.add(item, Code.NOT_TEXT, key);
            }
        }
        return texts;
    }

    /** The mapping at the key; null, and a flaw, where none is. */
    @Nullable Part below(String key) {
        Yaml value = mapping.at(key);
        if (value instanceof Yaml.Mapping inner) {
            return new Part(inner, flaws);
        }
        if (value == null) {
            flaws.add(mapping, Code.MISSING, key);
        } else {
            flaws.add(value, Code.NOT_MAPPING, key);
        }
        return null;
    }

    /** One of a closed set of words; the last of the set where the key is missing. */
    <E extends Enum<E>> E oneOf(String key, Class<E> set, Code otherwise) {
        E[] all = set.getEnumConstants();
        String word = text(key);
        if (word.isEmpty()) {
            return all[all.length - 1];
        }
        for (E one : all) {
            if (word(one).equals(word)) {
                return one;
            }
        }
        List<String> allowed = Arrays.stream(all).limit(all.length - 1L).map(Part::word).toList();
        flaws.add(at(key), otherwise, word, String.join(", ", allowed));
        return all[all.length - 1];
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** Where the value of the key stands, or the mapping. */
    Yaml at(String key) {
        Yaml value = mapping.at(key);
        return value == null ? mapping : value;
    }
}
