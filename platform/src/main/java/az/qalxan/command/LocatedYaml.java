package az.qalxan.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML value that knows its line.
 *
 * @param line of the value, from 1
 * @param text of a plain value; empty for a mapping
 * @param entries of a mapping, in order; empty for a plain value
 * @param mapping whether it is a mapping
 */
record LocatedYaml(int line, String text, Map<String, LocatedYaml> entries, boolean mapping) {

    private static final int BYTES_MAX = 100_000;
    private static final int DEPTH_MAX = 10;
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Reads a file of mappings and plain values. */
    static LocatedYaml read(Path file) throws IOException, LinkRefused {
        if (Files.size(file) > BYTES_MAX) {
            throw new LinkRefused(
                    "%s is larger than %,d bytes; is it a schema?".formatted(file, BYTES_MAX));
        }
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new LinkRefused(
                        "%s, line 1: a schema is a mapping with the key fields.".formatted(file));
            }
            return mapping(file, parser, 1);
        } catch (MalformedInputException e) {
            throw new LinkRefused(file + " is not UTF-8.");
        } catch (JacksonException e) {
            throw new LinkRefused(
                    "%s, line %d: no YAML: %s"
                            .formatted(
                                    file,
                                    Math.max(1, e.getLocation().getLineNr()),
                                    firstLine(e.getOriginalMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private static LocatedYaml mapping(Path file, JsonParser parser, int depth) throws LinkRefused {
        int line = line(parser);
        Map<String, LocatedYaml> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY || depth == DEPTH_MAX) {
                throw new LinkRefused(
                        "%s, line %d: %s holds a list or is nested too deeply; a schema has"
                                        .formatted(file, keyLine, key)
                                + " mappings and plain values only.");
            }
            LocatedYaml read =
                    value == JsonToken.START_OBJECT
                            ? mapping(file, parser, depth + 1)
                            : plain(parser);
            if (entries.put(key, read) != null) {
                throw new LinkRefused(
                        "%s, line %d: %s stands twice.".formatted(file, keyLine, key));
            }
        }
        return new LocatedYaml(line, "", entries, true);
    }

    private static LocatedYaml plain(JsonParser parser) {
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        return new LocatedYaml(line(parser), text, Map.of(), false);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
