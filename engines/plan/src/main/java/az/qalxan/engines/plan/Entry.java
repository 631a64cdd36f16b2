package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of the file, with its path; what it lacks is noted and answered with a stand-in. */
record Entry(Yaml node, String path, Flaws flaws) {

    private static final int TEXT_MAX = 10_000;

    /** Says of every key that is not among the known ones that it was not read. */
    Entry knowing(Set<String> keys) {
        node.entries()
                .forEach((key, value) -> {
                    if (!keys.contains(key)) {
                        flaws.warn(PlanFlaw.at(value, path, Code.KEY_UNKNOWN, key));
                    }
                });
        return this;
    }

    boolean has(String key) {
        Yaml value = node.entries().get(key);
        return value != null && !value.nothing();
    }

    /** The place of a key's value, or of the entry where the key is missing. */
    Yaml at(String key) {
        return node.entries().getOrDefault(key, node);
    }

    /** A text that must be there. */
    String text(String key) {
        if (!has(key)) {
            error(node, Code.MISSING, key);
            return "";
        }
        Yaml value = at(key);
        String text = value.text().strip();
        if (!(value instanceof Yaml.Scalar) || text.isEmpty() || text.length() > TEXT_MAX) {
            error(value, Code.NOT_TEXT, key, TEXT_MAX);
            return "";
        }
        return text;
    }

    /** A text that may be absent; then it is empty. */
    String textOrEmpty(String key) {
        return has(key) ? text(key) : "";
    }

    int number(String key, int most) {
        if (!has(key)) {
            error(node, Code.MISSING, key);
            return 0;
        }
        Yaml value = at(key);
        String text = value.text();
        if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        error(value, Code.NOT_NUMBER, key, 0, most, text);
        return 0;
    }

    @Nullable Integer numberOrNull(String key, int most) {
        return has(key) ? Integer.valueOf(number(key, most)) : null;
    }

    boolean truth(String key) {
        if (!has(key)) {
            return false;
        }
        String text = at(key).text();
        if (!text.equals("true") && !text.equals("false")) {
            error(at(key), Code.NOT_TRUTH, key, text);
        }
        return text.equals("true");
    }

    @Nullable LocalDate day(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return LocalDate.parse(at(key).text());
        } catch (DateTimeException e) {
            error(at(key), Code.NOT_DATE, key, at(key).text());
            return null;
        }
    }

    /** A mapping below that key; an empty one where there is none. */
    Entry below(String key) {
        Yaml value = at(key);
        if (!has(key)) {
            error(node, Code.MISSING, key);
        } else if (value instanceof Yaml.Mapping) {
            return new Entry(value, inside(key), flaws);
        } else {
            error(value, Code.NOT_MAPPING);
        }
        return new Entry(
                new Yaml.Mapping(value.line(), value.column(), Map.of()), inside(key), new Flaws());
    }

    /** The mappings of a list; what is none is noted and left out. */
    List<Entry> list(String key, int most) {
        if (!has(key)) {
            error(node, Code.MISSING, key);
            return List.of();
        }
        Yaml value = at(key);
        if (!(value instanceof Yaml.Sequence)) {
            error(value, Code.NOT_LIST, key);
            return List.of();
        }
        if (value.items().size() > most) {
            error(value, Code.TOO_MANY, key, most);
            return List.of();
        }
        List<Entry> entries = new ArrayList<>(value.items().size());
        for (int i = 0; i < value.items().size(); i++) {
            Entry entry = new Entry(value.items().get(i), inside(key) + "[" + i + "]", flaws);
            if (entry.node instanceof Yaml.Mapping) {
                entries.add(entry);
            } else {
                entry.error(entry.node, Code.NOT_MAPPING);
            }
        }
        return entries;
    }

    void error(Yaml place, Code code, Object... arguments) {
        flaws.error(PlanFlaw.at(place, path, code, arguments));
    }

    void warn(Yaml place, Code code, Object... arguments) {
        flaws.warn(PlanFlaw.at(place, path, code, arguments));
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
