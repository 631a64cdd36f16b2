package az.qalxan.engines.plan;

import java.util.List;
import java.util.Map;

/**
 * A YAML value that knows its place.
 *
 * @param line from 1
 * @param column from 1
 * @param text of a plain value; empty for the others
 * @param entries of a mapping, in order
 * @param items of a list
 */
record YamlNode(
        Shape shape,
        int line,
        int column,
        String text,
        Map<String, YamlNode> entries,
        List<YamlNode> items) {

    enum Shape {
        PLAIN,
        /** A plain value without quotes that says nothing: empty, {@code ~} or {@code null}. */
        NOTHING,
        LIST,
        MAPPING
    }
}
