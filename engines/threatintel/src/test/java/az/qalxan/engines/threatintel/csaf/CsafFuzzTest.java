package az.qalxan.engines.threatintel.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes gets a verdict, soon. */
@NullMarked
class CsafFuzzTest {

    private static final int ROUNDS = 3000;

    private static final CsafCheck CHECK = new CsafCheck(CsafCasesTest.CLOCK);

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAVerdict(byte @Nullable [] bytes) {
        if (bytes != null) {
            assertThat(CHECK.check(bytes).findings()).isNotNull();
        }
    }

    /** Values of every kind at every place of every case. */
    @Test
    void brokenDocumentsGetAVerdict() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<JsonNode> cases = CsafCasesTest.cases();
        for (int i = 0; i < ROUNDS; i++) {
            JsonNode document = CsafCasesTest.changed(cases.get(random.nextInt(cases.size())));
            int blows = 1 + random.nextInt(4);
            for (int blow = 0; blow < blows; blow++) {
                damage(document, random);
            }
            assertThat(CHECK.check(document).findings()).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void brokenBytesGetAVerdict() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = CsafCasesTest.read("base-2.1.json").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThat(CHECK.check(bytes).findings()).as("seed %d", seed).isNotNull();
        }
    }

    private static void damage(JsonNode node, Random random) {
        JsonNode child = child(node, random);
        boolean goesOn = random.nextInt(5) > 0;
        if (child != null && child.isContainer() && !child.isEmpty() && goesOn) {
            damage(child, random);
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            object.set(names.get(random.nextInt(names.size())), odd(random));
        } else if (node instanceof ArrayNode array) {
            array.add(odd(random));
        }
    }

    private static @Nullable JsonNode child(JsonNode node, Random random) {
        return node.isEmpty() ? null : List.copyOf(node.values()).get(random.nextInt(node.size()));
    }

    private static JsonNode odd(Random random) {
        JsonNodeFactory f = JsonNodeFactory.instance;
        List<String> texts =
                List.of(
                        "",
                        " ",
                        "vers:/",
                        "vers:npm/|",
                        ">|<|=|!=",
                        "pkg:",
                        "pkg:a/@#?",
                        "CVSS:4.0/",
                        "CVSS:3.1/AV:N",
                        "cpe:2.3:",
                        "cpe:/",
                        "2024-01-01T",
                        "1.0.0-",
                        "ssvc//",
                        "-",
                        "((((",
                        "LicenseRef-",
                        "\\",
                        "*".repeat(50),
                        "a".repeat(5000),
                        "https://",
                        "x-",
                        "i-default",
                        "\uD83D\uDE00",
                        "%%%",
                        "AV:N/AC:L/Au:N/C:C/I:C/A:C");
        return switch (random.nextInt(8)) {
            case 0 -> f.nullNode();
            case 1 -> f.numberNode(random.nextInt());
            case 2 -> f.booleanNode(random.nextBoolean());
            case 3 -> f.arrayNode().add(odd(random));
            case 4 -> f.objectNode().set("category", odd(random));
            default -> f.stringNode(texts.get(random.nextInt(texts.size())));
        };
    }

    /** Texts that make careless expressions run for ever. */
    @Test
    void longTextsTakeNoLongTime() {
        String many = "a".repeat(200_000);
        for (JsonNode one : CsafCasesTest.cases().subList(0, 5)) {
            JsonNode document = CsafCasesTest.changed(one);
            ObjectNode head = (ObjectNode) document.get("document");
            head.put("title", "Aa ".repeat(70_000) + many);
            head.put("lang", many);
            head.put("license_expression", "(".repeat(100_000));
            head.put("category", "-".repeat(200_000));
            assertThat(CHECK.check(document).isValid()).isFalse();
        }
    }

    /** The stack of the command line is small, and expressions of Java go deep. */
    @Test
    void longTextsFitOnASmallStack() throws InterruptedException {
        List<String> texts =
                List.of(
                        "cpe:2.3:a" + ":a".repeat(1900),
                        "cpe:2.3:a:" + "\\!".repeat(1900),
                        "pkg:npm/" + "%41".repeat(1200),
                        "1.0.0-" + "a.".repeat(1900) + "a",
                        "AV:N/".repeat(700) + "AV:N",
                        "https://a" + ".a".repeat(1900) + "/b_1.0.0.json",
                        "en-a" + "-ab".repeat(90),
                        "x_a" + ".a".repeat(400) + "#a",
                        "vers:npm/" + ">=1.0|".repeat(600) + "2",
                        "(".repeat(90) + "MIT" + ")".repeat(90));
        List<JsonNode> cases = CsafCasesTest.cases();
        int[] done = {0};
        Thread small =
                new Thread(
                        null,
                        () -> {
                            for (int i = 0; i < cases.size(); i += 30) {
                                for (String text : texts) {
                                    JsonNode document = CsafCasesTest.changed(cases.get(i));
                                    everywhere(document, text);
                                    CHECK.check(document);
                                    done[0]++;
                                }
                            }
                        },
                        "small stack",
                        512 << 10);
        small.start();
        small.join();
        assertThat(done[0]).isEqualTo((cases.size() + 29) / 30 * texts.size());
    }

    private static void everywhere(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isString() && !name.equals("csaf_version") && !name.equals("category")) {
                    object.put(name, text);
                } else {
                    everywhere(value, text);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> everywhere(item, text));
        }
    }

    /** Many branches that all overlap, and a chain of paths. */
    @Test
    void manyRangesTakeNoLongTime() {
        JsonNode document = JsonMapper.shared().readTree(CsafCasesTest.read("base-2.1.json"));
        ArrayNode branches = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 3000; i++) {
            ObjectNode product = JsonNodeFactory.instance.objectNode();
            product.put("name", "Product").put("product_id", "B" + i);
            ObjectNode branch = branches.addObject();
            branch.put("category", "product_version_range").put("name", "vers:intdot/<" + (i + 1));
            branch.set("product", product);
        }
        ((ObjectNode) document.get("product_tree")).set("branches", branches);
        assertThat(CHECK.check(document).failed()).contains("6.3.10");
    }
}
