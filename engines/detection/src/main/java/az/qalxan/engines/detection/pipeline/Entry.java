package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping of a pipeline's file and its values as the reader wants them. */
record Entry(Yaml.Mapping mapping) {

    static Entry of(Yaml value, String called) throws BadPipeline {
        if (value instanceof Yaml.Mapping mapping) {
            return new Entry(mapping);
        }
        throw new BadPipeline(value, "'" + called + "' is no mapping; write keys and values");
    }

    BadPipeline bad(String problem) {
        return new BadPipeline(mapping, problem);
    }

    boolean has(String key) {
        return mapping.at(key) != null;
    }

    String text(String key) {
        Yaml value = mapping.at(key);
        return value == null ? "" : value.text();
    }

    String required(String key) throws BadPipeline {
        if (text(key).isEmpty()) {
            throw bad("'" + key + "' is missing; add it");
        }
        return text(key);
    }

    boolean truth(String key, boolean otherwise) throws BadPipeline {
        Yaml value = mapping.at(key);
        if (value == null) {
            return otherwise;
        }
        Boolean truth = value instanceof Yaml.Scalar scalar ? scalar.truth() : null;
        if (truth == null) {
            throw new BadPipeline(value, "'" + key + "' is neither true nor false; write one");
        }
        return truth;
    }

    /** The texts at the key, which may also be one. */
    List<String> texts(String key) throws BadPipeline {
        Yaml value = mapping.at(key);
        return value == null ? List.of() : texts(value, key);
    }

    static List<String> texts(Yaml value, String called) throws BadPipeline {
        if (value instanceof Yaml.Scalar scalar) {
            return List.of(scalar.text());
        }
        if (!(value instanceof Yaml.Sequence list)) {
            throw new BadPipeline(value, "'" + called + "' is no text and no list; write one");
        }
        List<String> texts = new ArrayList<>();
        for (Yaml one : list.items()) {
            if (!(one instanceof Yaml.Scalar scalar)) {
                throw new BadPipeline(one, "'" + called + "' holds something that is no text");
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    /** The mapping at the key, of texts and lists of texts. */
    Map<String, List<String>> lists(String key) throws BadPipeline {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> one : below(key).mapping().entries().entrySet()) {
            List<String> texts = texts(one.getValue(), one.getKey());
            if (texts.isEmpty()) {
                throw new BadPipeline(
                        one.getValue(),
                        "'" + one.getKey() + "' is an empty list; write a text, or remove it");
            }
            lists.put(one.getKey(), texts);
        }
        return lists;
    }

    Entry below(String key) throws BadPipeline {
        Yaml value = mapping.at(key);
        if (value == null) {
            throw bad("'" + key + "' is missing; add it");
        }
        return of(value, key);
    }

    /** The mappings of the list at the key. */
    List<Entry> entries(String key) throws BadPipeline {
        Yaml value = mapping.at(key);
        if (value == null || (value instanceof Yaml.Scalar scalar && scalar.nothing())) {
            return List.of();
        }
        if (!(value instanceof Yaml.Sequence list)) {
            throw new BadPipeline(value, "'" + key + "' is no list; write one");
        }
        List<Entry> entries = new ArrayList<>();
        for (Yaml one : list.items()) {
            entries.add(of(one, key));
        }
        return entries;
    }

    /** Refuses keys that mean nothing here, so that none is passed over. */
    void only(Set<String> known) throws BadPipeline {
        for (Map.Entry<String, Yaml> one : mapping.entries().entrySet()) {
            if (!known.contains(one.getKey())) {
                throw new BadPipeline(
                        one.getValue(), "'" + one.getKey() + "' is not known here; remove it");
            }
        }
    }
}
