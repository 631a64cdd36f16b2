import static java.nio.charset.StandardCharsets.UTF_8;

import az.qalxan.engines.threatintel.json.ElementsReading;
import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.stix.BundleCheck;
import az.qalxan.engines.threatintel.stix.StixCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** How many objects of STIX one core reads and judges: indicators of 660 bytes, and a file. */
final class StixBench {

    private static final int ROUNDS = 7;
    private static final int OBJECTS_A_ROUND = 50_000;
    private static final int INDICATOR_BYTES = 660;
    private static final StrictJson JSON = new StrictJson(JsonLimits.USUAL);

    private StixBench() {}

    public static void main(String[] words) throws IOException {
        Options options = new Options("bench stix [--objects N] [--input BUNDLE]", words);
        int objects = options.number("--objects", 50_000);
        String file = options.text("--input", "");
        String input = objects + " indicators of 660 B" + (file.isEmpty() ? "" : " and " + file);
        Outcome outcome = new Outcome("stix", input, options);
        measure("indicators of 660 B", bundle(objects), outcome);
        if (file.isEmpty()) {
            options.tell("--input BUNDLE measures a file too, such as ATT&CK for ICS");
        } else {
            Path path = Path.of(file);
            measure(path.getFileName().toString(), Files.readAllBytes(path), outcome);
        }
        outcome.end();
    }

    private static void measure(String what, byte[] bytes, Outcome outcome) {
        List<JsonNode> read = new ArrayList<>();
        elements(bytes, read);
        int count = read.size();
        StixCheck check = new StixCheck();
        int times = Math.max(1, OBJECTS_A_ROUND / count);
        double parsing = best(count, times, () -> elements(bytes, new ArrayList<>()));
        double judging =
                best(
                        count,
                        times,
                        () -> read.stream().mapToLong(one -> check.judge(one).size()).sum());
        double both =
                best(
                        count,
                        times,
                        () ->
                                new BundleCheck(check)
                                        .judge(new ByteArrayInputStream(bytes), finding -> {})
                                        .objects());
        outcome.also("bytes of an object, " + what, (double) bytes.length / count, "bytes");
        outcome.atLeast("parsed, " + what, parsing, 50_000, "objects/s of one core");
        outcome.atLeast("validated, " + what, judging, 20_000, "objects/s of one core");
        outcome.atLeast("parsed and validated, " + what, both, 20_000, "objects/s of one core");
    }

    private static long elements(byte[] bytes, List<JsonNode> into) {
        ElementsReading reading =
                JSON.elements(
                        new ByteArrayInputStream(bytes),
                        "objects",
                        (element, place) -> into.add(element));
        if (!(reading instanceof ElementsReading.Ended)) {
            throw new IllegalStateException(reading.toString());
        }
        return reading.elements();
    }

    /** The median of the rounds after two of warming up, in objects a second. */
    private static double best(int objects, int times, LongSupplier work) {
        double[] rates = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.getAsLong();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (round >= 0) {
                rates[round] = (double) objects * times / seconds;
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private static byte[] bundle(int objects) {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder("{\"type\":\"bundle\",\"id\":\"bundle--");
        text.append(uuid(random)).append("\",\"objects\":[\n");
        String creator = "identity--" + uuid(random);
        for (int i = 0; i < objects; i++) {
            text.append(i == 0 ? "" : ",\n").append(indicator(creator, i, random));
        }
        return text.append("]}").toString().getBytes(UTF_8);
    }

    private static UUID uuid(Random random) {
        long most = random.nextLong() & ~0xF000L | 0x4000L;
        return new UUID(most, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    private static String indicator(String creator, int number, Random random) {
        String text =
                """
                {"type":"indicator","spec_version":"2.1","id":"indicator--%s",\
                "created_by_ref":"%s","created":"2026-11-01T10:00:00.000Z",\
                "modified":"2026-11-01T10:00:00.%06dZ","name":"Address %d","labels":["feed"],\
                "indicator_types":["malicious-activity"],"confidence":%d,\
                "pattern":"[ipv4-addr:value = '10.%d.%d.%d']","pattern_type":"stix",\
                "valid_from":"2026-11-01T10:00:00Z",\
                "object_marking_refs":["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"],\
                "description":"%s"}"""
                        .formatted(
                                uuid(random), creator, number % 1_000_000, number,
                                random.nextInt(101), number >> 16 & 255, number >> 8 & 255,
                                number & 255, "%s");
        int missing = Math.max(0, INDICATOR_BYTES - text.length() + 2);
        return text.formatted("x".repeat(missing));
    }
}
