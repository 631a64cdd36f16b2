package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random patterns and observations that often have to do with each other. */
final class Invented {

    private static final String[] TEXTS = {
        "alpha.example",
        "beta.example",
        "ALPHA.example",
        "a\u0301",
        "\u00e1",
        "198.51.100.7",
        "198.51.100.0/24",
        "2001:db8::1",
        "2026-11-28T00:00:00Z",
        "2026-11-28T00:00:00.000Z",
        "x",
        "",
        "C:\\Windows\\system32"
    };

    private static final String[] PATHS = {
        "a:v",
        "a:n",
        "a:l[*]",
        "a:l[0]",
        "a:d.k",
        "a:b_hex",
        "a:other_ref.v",
        "a:all_refs[*].v",
        "b:v",
        "b:n",
        "b:d.'k-k'",
        "a:none"
    };

    private static final String[] CONSTANTS = {
        "'alpha.example'",
        "'beta.example'",
        "'\u00e1'",
        "'198.51.100.7'",
        "'x'",
        "''",
        "1",
        "1.0",
        "2",
        "-3.5",
        "true",
        "h'78'",
        "b'eA=='",
        "t'2026-11-28T00:00:00Z'"
    };

    private final Random random;

    Invented(Random random) {
        this.random = random;
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }

    List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            Map<String, ObjectNode> objects = new LinkedHashMap<>();
            int count = 1 + random.nextInt(3);
            for (int j = 0; j < count; j++) {
                objects.put(String.valueOf(j), object());
            }
            Instant first = Instant.ofEpochSecond(random.nextInt(20));
            observations.add(
                    new Observation(
                            "o" + i,
                            first,
                            first.plusSeconds(random.nextInt(4)),
                            1 + random.nextInt(2),
                            objects));
        }
        return observations;
    }

    private ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", random.nextInt(3) > 0 ? "a" : "b");
        object.put("v", any(TEXTS));
        if (random.nextBoolean()) {
            object.put("n", random.nextInt(4) - 1);
        } else {
            object.put("n", 1.0);
        }
        ArrayNode list = object.putArray("l");
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(any(TEXTS));
        }
        object.putObject("d").put("k", any(TEXTS)).put("k-k", random.nextBoolean());
        object.put("b_hex", random.nextBoolean() ? "78" : "zz");
        object.put("other_ref", String.valueOf(random.nextInt(4)));
        object.putArray("all_refs").add("0").add("7").add("1");
        return object;
    }

    String pattern() {
        StringBuilder pattern = new StringBuilder(bracket());
        for (int i = random.nextInt(3); i > 0; i--) {
            pattern.append(any(new String[] {" AND ", " OR ", " FOLLOWEDBY "})).append(bracket());
        }
        return pattern.toString();
    }

    private String bracket() {
        String qualifier = any(new String[] {"", "", "", " REPEATS 2 TIMES", " WITHIN 3 SECONDS"});
        return "[" + comparison(2) + "]" + qualifier;
    }

    private String comparison(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "(" + comparison(depth - 1) + " OR " + comparison(depth - 1) + ")";
            case 2 -> "(" + comparison(depth - 1) + " AND " + comparison(depth - 1) + ")";
            default -> test();
        };
    }

    private String test() {
        String path = any(PATHS);
        String not = random.nextInt(4) == 0 ? " NOT" : "";
        return switch (random.nextInt(10)) {
            case 0 -> (not.isEmpty() ? "" : "NOT ") + "EXISTS " + path;
            case 1 ->
                    path
                            + not
                            + " LIKE '"
                            + any(new String[] {"%.exa%", "_", "alpha%", "C:%"})
                            + "'";
            case 2 ->
                    path
                            + not
                            + " MATCHES '"
                            + any(
                                    new String[] {
                                        "^alpha", "(alpha|beta)\\\\.exam", "^.$", "(?i)ALPHA", ""
                                    })
                            + "'";
            case 3 ->
                    path
                            + not
                            + any(
                                    new String[] {
                                        " ISSUBSET '198.51.0.0/16'", " ISSUPERSET '198.51.100.9'"
                                    });
            case 4 -> path + not + " IN ('x', 'alpha.example', '\u00e1')";
            case 5 -> path + not + any(new String[] {" < ", " >= "}) + "'b'";
            case 6 ->
                    path + not + any(new String[] {" > ", " <= "}) + any(new String[] {"1", "1.5"});
            case 7 -> path + not + " != " + any(CONSTANTS);
            default -> path + not + " = " + any(CONSTANTS);
        };
    }
}
