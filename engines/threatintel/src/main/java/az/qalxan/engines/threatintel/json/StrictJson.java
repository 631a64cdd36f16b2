package az.qalxan.engines.threatintel.json;

import az.qalxan.engines.threatintel.json.ElementsReading.Ended;
import az.qalxan.engines.threatintel.json.ElementsReading.Stopped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON of others (RFC 8259): UTF-8 and nothing else, each member once, numbers exactly as
 * they are written, within limits. May be used by many threads.
 */
public final class StrictJson {

    private final JsonLimits limits;
    private final JsonMapper mapper;

    public StrictJson(JsonLimits limits) {
        this.limits = limits;
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depthMax() + 1)
                        .maxStringLength(limits.stringCharsMax())
                        .maxNameLength(limits.nameCharsMax())
                        .maxNumberLength(limits.numberCharsMax())
                        .build();
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                        .build();
        this.mapper = JsonMapper.builder(factory).build();
    }

    /** Reads one JSON text with nothing after it. */
    public JsonReading read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Reads one JSON text with nothing after it; does not close the stream. */
    public JsonReading read(InputStream in) {
        try (JsonParser parser = mapper.createParser(new GuardedStream(in, limits.bytesMax()))) {
            return read(parser);
        } catch (JacksonException e) {
            return new JsonReading.Refused(fault(e, ""));
        }
    }

    private JsonReading read(JsonParser parser) {
        JsonTree tree = new JsonTree(parser, limits);
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new JsonReading.Refused(fault(parser, "there is nothing to read"));
            }
            JsonNode node = tree.value(first, 0);
            if (parser.nextToken() != null) {
                return new JsonReading.Refused(
                        fault(parser, "something follows after the end of the JSON text"));
            }
            return new JsonReading.Read(node);
        } catch (JsonTree.Unwanted e) {
            return new JsonReading.Refused(fault(parser, e));
        } catch (JacksonException e) {
            return new JsonReading.Refused(fault(e, pointer(parser)));
        }
    }

    /**
     * Reads an object whose member of that name is an array, and hands its elements over one by
     * one: memory is needed for one element and for the rest of the object. Each element may have
     * as many values as the limits allow. Does not close the stream.
     */
    public ElementsReading elements(InputStream in, String array, ElementSink sink) {
        Elements elements = new Elements(array, sink);
        try (JsonParser parser = mapper.createParser(new GuardedStream(in, limits.bytesMax()))) {
            return elements.read(parser);
        } catch (JacksonException e) {
            return new ElementsReading.Refused(fault(e, ""), elements.count);
        }
    }

    /** One run over an object with one array whose elements are handed over. */
    private final class Elements {

        private final String array;
        private final ElementSink sink;
        private final ObjectNode rest = JsonNodeFactory.instance.objectNode();
        private boolean found;
        private boolean stopped;
        private long count;

        Elements(String array, ElementSink sink) {
            this.array = array;
            this.sink = sink;
        }

        ElementsReading read(JsonParser parser) {
            try {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return refused(fault(parser, "a JSON object was expected"));
                }
                members(parser);
                if (stopped) {
                    return new Stopped(count);
                }
                if (parser.nextToken() != null) {
                    return refused(
                            fault(parser, "something follows after the end of the JSON text"));
                }
                return new Ended(rest, found, count);
            } catch (JsonTree.Unwanted e) {
                return refused(fault(parser, e));
            } catch (JacksonException e) {
                return refused(fault(e, pointer(parser)));
            }
        }

        private ElementsReading refused(JsonFault fault) {
            return new ElementsReading.Refused(fault, count);
        }

        private void members(JsonParser parser) throws JsonTree.Unwanted {
            JsonTree tree = new JsonTree(parser, limits);
            String name = parser.nextName();
            while (name != null && !stopped) {
                JsonToken token = parser.nextToken();
                if (name.equals(array) && token == JsonToken.START_ARRAY) {
                    requireFirst(found);
                    found = true;
                    each(parser, tree);
                    tree.anew();
                } else {
                    requireFirst(rest.replace(name, tree.value(token, 1)) != null);
                }
                name = stopped ? null : parser.nextName();
            }
            requireFirst(found && rest.has(array));
        }

        private static void requireFirst(boolean twice) throws JsonTree.Unwanted {
            if (twice) {
                throw new JsonTree.Unwanted(JsonFault.Kind.TWICE, "the member stands here twice");
            }
        }

        private void each(JsonParser parser, JsonTree tree) throws JsonTree.Unwanted {
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_ARRAY && !stopped) {
                TokenStreamLocation at = parser.currentTokenLocation();
                tree.anew();
                JsonNode element = tree.value(token, 2);
                ElementPlace place = new ElementPlace(count, at.getLineNr(), at.getColumnNr());
                count++;
                stopped = !sink.take(element, place);
                token = stopped ? JsonToken.END_ARRAY : parser.nextToken();
            }
        }
    }

    private static JsonFault fault(JsonParser parser, String words) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new JsonFault(
                JsonFault.Kind.NOT_JSON, pointer(parser), at.getLineNr(), at.getColumnNr(), words);
    }

    private static JsonFault fault(JsonParser parser, JsonTree.Unwanted unwanted) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new JsonFault(
                unwanted.kind, pointer(parser), at.getLineNr(), at.getColumnNr(), words(unwanted));
    }

    private static JsonFault fault(JacksonException e, String pointer) {
        TokenStreamLocation at = e.getLocation();
        long line = at == null ? 1 : Math.max(1, at.getLineNr());
        long column = at == null ? 1 : Math.max(1, at.getColumnNr());
        if (e instanceof JacksonIOException io) {
            return io.getCause() instanceof GuardedStream.Barred barred
                    ? new JsonFault(barred.kind, pointer, line, column, words(barred))
                    : new JsonFault(
                            JsonFault.Kind.NOT_READ, pointer, line, column, "could not be read");
        }
        JsonFault.Kind kind =
                e instanceof StreamConstraintsException
                        ? JsonFault.Kind.TOO_LONG
                        : JsonFault.Kind.NOT_JSON;
        return new JsonFault(kind, pointer, line, column, e.getOriginalMessage());
    }

    private static String words(Throwable e) {
        String words = e.getMessage();
        return words == null ? "" : words;
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }
}
