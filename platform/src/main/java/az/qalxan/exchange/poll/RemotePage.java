package az.qalxan.exchange.poll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a server cut into its objects, so that one bad object does not hold up the others and
 * nothing is lost of a good one. Reads envelopes, and bundles too, which some servers send instead.
 *
 * @param next empty where the server names none
 */
record RemotePage(List<Slice> objects, boolean more, String next) {

    private static final JsonMapper JSON = JsonMapper.shared();

    RemotePage {
        objects = List.copyOf(objects);
    }

    /** What came of reading. */
    sealed interface Reading {}

    record Read(RemotePage page) implements Reading {}

    record Unreadable(String words) implements Reading {}

    static Reading read(byte[] body) {
        if (body.length == 0) {
            return new Read(new RemotePage(List.of(), false, ""));
        }
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Unreadable("the answer is no JSON object");
            }
            return new Read(page(parser, body));
        } catch (JacksonException e) {
            return new Unreadable(String.valueOf(e.getOriginalMessage()));
        }
    }

    private static RemotePage page(JsonParser parser, byte[] body) {
        List<Slice> objects = new ArrayList<>();
        boolean more = false;
        String next = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "more" -> more = value == JsonToken.VALUE_TRUE;
                case "next" -> next = value.isScalarValue() ? text(parser) : "";
                case "objects" -> {
                    if (value == JsonToken.START_ARRAY) {
                        cut(parser, body, objects);
                        continue;
                    }
                }
                default -> {
                    // bundles have an id and a type, servers have their own members
                }
            }
            parser.skipChildren();
        }
        return new RemotePage(objects, more, next);
    }

    /** A null stands for none. */
    private static String text(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    private static void cut(JsonParser parser, byte[] body, List<Slice> objects) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            Map<String, String> told = new HashMap<>();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                tell(parser, told);
            } else {
                parser.skipChildren();
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    parser.finishToken();
                }
            }
            int to = (int) parser.currentLocation().getByteOffset();
            objects.add(slice(told, Arrays.copyOfRange(body, from, to), objects.size()));
        }
    }

    private static void tell(JsonParser parser, Map<String, String> told) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                switch (name) {
                    case "id", "type", "created", "modified" -> told.put(name, parser.getString());
                    default -> parser.finishToken();
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static Slice slice(Map<String, String> told, byte[] text, int index) {
        return new Slice(
                told.getOrDefault("id", "/objects/" + index),
                told.getOrDefault("modified", told.getOrDefault("created", "")),
                told.getOrDefault("type", ""),
                text,
                sha256(text));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** An envelope of these objects alone. */
    static byte[] envelope(List<Slice> slices) {
        int length = 16 + slices.stream().mapToInt(one -> one.text().length + 1).sum();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(length);
        out.writeBytes("{\"objects\":[".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < slices.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(slices.get(i).text());
        }
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
