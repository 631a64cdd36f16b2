package az.qalxan.engines.threatintel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.misp.Conversion;
import az.qalxan.engines.threatintel.misp.Conversion.Converted;
import az.qalxan.engines.threatintel.misp.MispStix;
import az.qalxan.engines.threatintel.stix.BundleCheck;
import az.qalxan.engines.threatintel.stix.MarkingMeaning;
import az.qalxan.engines.threatintel.stix.Redaction;
import az.qalxan.engines.threatintel.stix.StixCheck;
import az.qalxan.engines.threatintel.stix.StixMarkings;
import az.qalxan.engines.threatintel.stix.StixMeaning;
import az.qalxan.engines.threatintel.stix.Tlp;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bundles and events that an attacker writes: an answer for any, nothing lost on the way through
 * the other format, nothing shown that a marking hides. {@code JAZZER_FUZZ=1} searches for more.
 */
class ThreatintelFuzzTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final UUID RANDOM = UUID.fromString("6a2f41a3-c54c-4b2c-9d3a-4b9c8b1f2e3d");
    private static final StrictJson JSON =
            new StrictJson(JsonLimits.USUAL.withBytesMax(1 << 20).withDepthMax(60));
    private static final BundleCheck CHECK = new BundleCheck(new StixCheck());
    private static final byte[] BUNDLE = bytes("stix/everything.json");
    private static final byte[] EVENT = bytes("misp/event.json");

    private static final String[] TEXTS = {
        "",
        "x",
        "2026-02-30T00:00:00Z",
        "9999-12-31T23:59:60.000Z",
        "+12345-01-01",
        "\u0000",
        "identity--6a2f41a3-c54c-4b2c-9d3a-4b9c8b1f2e3d",
        "labels.[0]",
        "[0].[1]",
        "a|b|c",
        "::",
        "[a:b = 'c' AND a:b = 'd']",
        "ə".repeat(300),
        "tlp:red",
        "json",
        "stix2-object",
        "99999999999"
    };

    private static byte[] bytes(String file) {
        try (InputStream in =
                ThreatintelFuzzTest.class.getResourceAsStream(
                        "/az/qalxan/engines/threatintel/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode parsed(byte[] bytes) {
        return (ObjectNode) ((JsonReading.Read) JSON.read(bytes)).node();
    }

    @FuzzTest(maxDuration = "5m")
    void anyBytesAreJudgedOrRefused(byte[] bytes) {
        judge(bytes);
    }

    private static void judge(byte[] bytes) {
        CHECK.judge(new ByteArrayInputStream(bytes), finding -> {});
        if (JSON.read(bytes) instanceof JsonReading.Read(ObjectNode node)) {
            assertThat(parsed(node.toString().getBytes(UTF_8))).isEqualTo(node);
            convert(node);
            for (JsonNode object : node.path("objects")) {
                if (object instanceof ObjectNode one) {
                    redact(one);
                }
            }
        }
    }

    private static void convert(ObjectNode node) {
        MispStix.toStix(node);
        Conversion misp = MispStix.toMisp(node, NOW);
        boolean ours = node.toString().contains(MispStix.EXTENSION);
        if (misp instanceof Converted(ObjectNode event, var kept) && !ours) {
            ObjectNode back = ((Converted) MispStix.toStix(event)).result();
            JsonNode objects = node.path("objects");
            if (objects.isArray() && !objects.isEmpty()) {
                assertThat(back.get("objects")).isEqualTo(objects);
            }
        }
    }

    /** What is redacted for everybody has no marking left that is not for everybody. */
    private static void redact(ObjectNode object) {
        assertThat(StixMeaning.same(object, object.deepCopy())).isTrue();
        assertThat(StixMeaning.hash(object)).isEqualTo(StixMeaning.hash(object.deepCopy()));
        Redaction.Result result =
                new Redaction("identity--" + RANDOM, () -> RANDOM)
                        .redact(object, Tlp.CLEAR, MarkingMeaning::ofId, NOW);
        if (result instanceof Redaction.Result.Redacted(ObjectNode left, ObjectNode derived)) {
            StixMarkings.Handling handling = StixMarkings.of(left).handling(MarkingMeaning::ofId);
            assertThat(handling)
                    .isIn(
                            new StixMarkings.Handling.Unmarked(),
                            new StixMarkings.Handling.Limited(Tlp.CLEAR));
        }
    }

    @Test
    void whatIsChangedAnywhereIsJudgedAndNothingIsLost() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ObjectNode bundle = parsed(BUNDLE);
        ObjectNode event = parsed(EVENT);
        for (int i = 0; i < 1500; i++) {
            ObjectNode changed = (random.nextInt(4) == 0 ? event : one(bundle, random)).deepCopy();
            for (int j = random.nextInt(4); j >= 0; j--) {
                change(changed, random);
            }
            try {
                judge(changed.toString().getBytes(UTF_8));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed %d: %s".formatted(seed, changed), e);
            }
        }
    }

    @Test
    void brokenBytesAreJudgedOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ObjectNode bundle = parsed(BUNDLE);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = one(bundle, random).toString().getBytes(UTF_8);
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte)
                                (random.nextBoolean()
                                        ? random.nextInt(256)
                                        : "{}[]\":,\\u0n-".charAt(random.nextInt(12)));
            }
            try {
                judge(bytes);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + new String(bytes, UTF_8), e);
            }
        }
    }

    private static ObjectNode one(ObjectNode bundle, Random random) {
        JsonNode objects = bundle.get("objects");
        ObjectNode small = NODES.objectNode();
        small.set("type", bundle.get("type"));
        small.set("id", bundle.get("id"));
        ArrayNode list = small.putArray("objects");
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(objects.get(random.nextInt(objects.size())));
        }
        return small;
    }

    /** Replaces, removes, adds or copies one value somewhere. */
    private static void change(JsonNode root, Random random) {
        JsonNode at = root;
        while (true) {
            JsonNode next = child(at, random);
            if (next == null || !next.isContainer() || next.isEmpty() || random.nextInt(4) == 0) {
                break;
            }
            at = next;
        }
        JsonNode value = value(root, random);
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            String name =
                    object.propertyNames().stream().toList().get(random.nextInt(object.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(TEXTS[random.nextInt(TEXTS.length)], value);
                default -> object.set(name, value);
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value);
        }
    }

    private static JsonNode child(JsonNode at, Random random) {
        if (at.isEmpty()) {
            return null;
        }
        return at.valueStream().skip(random.nextInt(at.size())).findFirst().orElse(null);
    }

    private static JsonNode value(JsonNode root, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.objectNode();
            case 4 -> NODES.numberNode(new java.math.BigDecimal("-1.50e10"));
            case 5 -> root.deepCopy();
            default -> NODES.stringNode(TEXTS[random.nextInt(TEXTS.length)]);
        };
    }
}
