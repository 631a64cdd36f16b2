package az.qalxan.exchange.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts what a feed hands over into lines of named fields: CSV with a header (comma, semicolon or
 * tabulator), one JSON object a line, or one JSON document (X-ARF).
 */
final class FeedLines {

    static final int FIELDS_MAX = 200;

    /** More of them in one batch are not read: what they become has to fit into memory. */
    static final int LINES_MAX = 100_000;

    private static final int NAME_CHARS_MAX = 300;
    static final int VALUE_CHARS_MAX = 4_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private FeedLines() {}

    /** What stands in a line. */
    sealed interface Line {

        int number();

        /** Fields by their names in lower case. */
        record Read(int number, Map<String, String> fields) implements Line {}

        /** No line of fields; message key {@code notice.damage.<problem>}. */
        record Damaged(int number, String problem) implements Line {}
    }

    static List<Line> read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return List.of(new Line.Damaged(1, "encoding"));
        }
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        String begin = bare.stripLeading();
        if (begin.isEmpty()) {
            return List.of();
        }
        return switch (begin.charAt(0)) {
            case '{', '[' -> json(bare);
            default -> csv(bare);
        };
    }

    private static List<Line> json(String text) {
        List<Line> lines = new ArrayList<>();
        String[] written = text.split("\n", -1);
        boolean single = written.length > 1 && !isObject(firstOf(written));
        if (single || text.stripLeading().startsWith("[")) {
            return document(text);
        }
        for (int i = 0; i < written.length; i++) {
            if (!written[i].isBlank()) {
                if (full(lines, i + 1)) {
                    return lines;
                }
                lines.add(object(i + 1, written[i]));
            }
        }
        return lines;
    }

    /** When there are as many as are read, the last one says that the rest was not. */
    private static boolean full(List<Line> lines, int number) {
        if (lines.size() < LINES_MAX) {
            return false;
        }
        lines.add(new Line.Damaged(number, "too-many"));
        return true;
    }

    private static String firstOf(String[] lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return line;
            }
        }
        return "";
    }

    private static boolean isObject(String line) {
        return object(1, line) instanceof Line.Read;
    }

    /** One object over many lines, or a list of objects. */
    private static List<Line> document(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            List<Line> lines = new ArrayList<>();
            Iterable<JsonNode> all = tree.isArray() ? tree : List.of(tree);
            for (JsonNode one : all) {
                if (full(lines, lines.size() + 1)) {
                    return lines;
                }
                lines.add(line(lines.size() + 1, one));
            }
            return lines;
        } catch (JacksonException e) {
            return List.of(new Line.Damaged(1, "json"));
        }
    }

    private static Line object(int number, String text) {
        try {
            return line(number, JSON.readTree(text));
        } catch (JacksonException e) {
            return new Line.Damaged(number, "json");
        }
    }

    private static Line line(int number, JsonNode tree) {
        if (!tree.isObject()) {
            return new Line.Damaged(number, "json");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        return flatten("", tree, fields)
                ? new Line.Read(number, fields)
                : new Line.Damaged(number, "fields");
    }

    /** Fields within fields get both names with a point between; false beyond a limit. */
    private static boolean flatten(String prefix, JsonNode tree, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> one : tree.properties()) {
            String name = prefix + one.getKey().toLowerCase(Locale.ROOT);
            if (name.length() > NAME_CHARS_MAX) {
                return false;
            }
            JsonNode value = one.getValue();
            if (value.isArray()) {
                value = value.isEmpty() ? JSON.nullNode() : value.get(0);
            }
            boolean within = value.isObject() ? flatten(name + ".", value, fields) : true;
            if (!value.isObject() && !value.isNull()) {
                fields.put(name, value.asString());
                within = value.asString().length() <= VALUE_CHARS_MAX;
            }
            if (!within || fields.size() > FIELDS_MAX) {
                return false;
            }
        }
        return true;
    }

    private static List<Line> csv(String text) {
        String header = text.stripLeading().split("\r?\n", 2)[0];
        CSVFormat form =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(header))
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreHeaderCase(true)
                        .setAllowMissingColumnNames(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, form)) {
            List<String> names =
                    parser.getHeaderNames().stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList();
            if (names.size() < 2 || names.size() > FIELDS_MAX) {
                return List.of(new Line.Damaged(1, "header"));
            }
            for (CSVRecord row : parser) {
                if (full(lines, (int) parser.getCurrentLineNumber())) {
                    return lines;
                }
                lines.add(row(names, row, (int) parser.getCurrentLineNumber()));
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            lines.add(new Line.Damaged(lines.size() + 2, "csv"));
            return lines;
        }
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char one : new char[] {';', '\t'}) {
            if (count(header, one) > count(header, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    private static Line row(List<String> names, CSVRecord row, int number) {
        if (row.size() != names.size()) {
            return new Line.Damaged(number, "columns");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String value = row.get(i).strip();
            if (value.length() > VALUE_CHARS_MAX) {
                return new Line.Damaged(number, "fields");
            }
            if (!value.isEmpty()) {
                fields.put(names.get(i), value);
            }
        }
        return new Line.Read(number, fields);
    }
}
