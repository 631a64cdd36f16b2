import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.pattern.IndexRound;
import az.qalxan.engines.threatintel.pattern.Observation;
import az.qalxan.engines.threatintel.pattern.ObservationReader;
import az.qalxan.engines.threatintel.pattern.Pattern;
import az.qalxan.engines.threatintel.pattern.PatternIndex;
import az.qalxan.engines.threatintel.pattern.PatternMatcher;
import az.qalxan.engines.threatintel.pattern.PatternReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A hundred thousand STIX patterns asked at once of observed data, on one core. */
final class PatternBench {

    private static final double TARGET = 20_000;
    private static final int ROUNDS = 5;
    private static final int PLAIN_PATTERNS = 200;
    private static final int PLAIN_OBSERVATIONS = 500;

    private final Random random;
    private final int patterns;

    private PatternBench(Random random, int patterns) {
        this.random = random;
        this.patterns = patterns;
    }

    public static void main(String[] words) throws IOException {
        Options options =
                new Options("bench pattern [--patterns N] [--observations N] [--seed N]", words);
        int count = options.number("--patterns", 100_000);
        int size = options.number("--observations", 50_000);
        PatternBench bench = new PatternBench(new Random(options.number("--seed", 7)), count);
        Outcome outcome =
                new Outcome(
                        "pattern",
                        ("%,d patterns (80 %% equal, 11 %% LIKE or MATCHES, 3 %% networks,"
                                        + " 3 %% AND, 3 %% over several observations) and %,d"
                                        + " observed data of three objects, one of a hundred"
                                        + " planted; one thread")
                                .formatted(count, size),
                        options);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(bench.pattern(i));
        }
        long start = System.nanoTime();
        List<Pattern> read = texts.stream().map(PatternBench::read).toList();
        outcome.also("patterns read", count / seconds(start), "1/s");
        start = System.nanoTime();
        PatternIndex index = PatternIndex.of(read);
        outcome.also("index built", seconds(start), "s");
        List<byte[]> observed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            observed.add(bench.observed(i).getBytes(StandardCharsets.UTF_8));
        }
        List<Observation> trees = observed.stream().map(PatternBench::observation).toList();
        double best = 0;
        int matched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            options.tell("round %d", round + 1);
            start = System.nanoTime();
            matched = ask(index, trees);
            best = Math.max(best, size / seconds(start));
        }
        outcome.atLeast("observations against all patterns", best, TARGET, "1/s");
        start = System.nanoTime();
        ask(index, observed.stream().map(PatternBench::observation).toList());
        outcome.also("the same, read from JSON first", size / seconds(start), "1/s");
        outcome.also("patterns that matched", matched, "");
        start = System.nanoTime();
        plain(read, trees);
        double pairs = (double) PLAIN_PATTERNS * PLAIN_OBSERVATIONS / seconds(start);
        outcome.also("without index, pattern × observation", pairs, "1/s");
        outcome.end();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Pattern read(String text) {
        return switch (Pattern.read(text)) {
            case PatternReading.Read(Pattern pattern) -> pattern;
            case PatternReading.Refused refused -> throw new IllegalStateException(text);
            case PatternReading.Unsupported refused -> throw new IllegalStateException(text);
        };
    }

    private static Observation observation(byte[] json) {
        return switch (new StrictJson(JsonLimits.USUAL).read(json)) {
            case JsonReading.Read read ->
                    new ObservationReader().add(read.node()).read().observations().getFirst();
            case JsonReading.Refused refused ->
                    throw new IllegalStateException(refused.fault().toString());
        };
    }

    private static int ask(PatternIndex index, List<Observation> observations) {
        IndexRound round = index.round();
        observations.forEach(round::add);
        return round.verdicts().size();
    }

    private static void plain(List<Pattern> patterns, List<Observation> observations) {
        for (Pattern pattern : patterns.subList(0, Math.min(PLAIN_PATTERNS, patterns.size()))) {
            for (Observation one : observations.subList(0, PLAIN_OBSERVATIONS)) {
                PatternMatcher.match(pattern, List.of(one));
            }
        }
    }

    private static String address(int number) {
        return "%d.%d.%d.%d"
                .formatted(
                        11 + number % 200,
                        number / 200 % 256,
                        number / 51_200 % 256,
                        number % 251);
    }

    private static String domain(int number) {
        return "host-%d.qrp%d.example".formatted(number, number % 977);
    }

    private static String hash(int number) {
        return "%064x".formatted(number * 2_654_435_761L);
    }

    private String pattern(int i) {
        int kind = i % 100;
        if (kind < 40) {
            return "[ipv4-addr:value = '%s']".formatted(address(i));
        } else if (kind < 60) {
            return "[domain-name:value = '%s' OR domain-name:value = '%s']"
                    .formatted(domain(i), domain(i + 1_000_000));
        } else if (kind < 80) {
            return "[file:hashes.'SHA-256' = '%s']".formatted(hash(i));
        } else if (kind < 86) {
            return "[url:value LIKE 'https://%s/%%/login']".formatted(domain(i));
        } else if (kind < 91) {
            return "[url:value MATCHES '^https?://%s/[a-z0-9]+$']"
                    .formatted(domain(i).replace(".", "\\\\."));
        } else if (kind < 94) {
            return "[ipv4-addr:value ISSUBSET '%s/%d']"
                    .formatted(address(i), 24 + random.nextInt(8));
        } else if (kind < 97) {
            return "[network-traffic:dst_ref.value = '%s' AND network-traffic:dst_port = %d]"
                    .formatted(address(i), random.nextInt(65_536));
        }
        return "([ipv4-addr:value = '%s'] FOLLOWEDBY [domain-name:value = '%s']) WITHIN 300 SECONDS"
                .formatted(address(i), domain(i));
    }

    private String observed(int i) {
        boolean planted = i % 100 == 0;
        int number = planted ? random.nextInt(patterns) : 10_000_000 + random.nextInt(10_000_000);
        return """
        {"type":"observed-data","spec_version":"2.1",
        "id":"observed-data--%08x-0000-4000-8000-000000000000",
        "created":"2026-11-27T10:00:00.000Z","modified":"2026-11-27T10:00:00.000Z",
        "first_observed":"2026-11-27T%02d:%02d:%02dZ","last_observed":"2026-11-27T23:59:59Z",
        "number_observed":1,
        "objects":{"0":{"type":"ipv4-addr","value":"%s"},
        "1":{"type":"domain-name","value":"%s","resolves_to_refs":["0"]},
        "2":{"type":"%s","value":"https://%s/ab12","hashes":{"SHA-256":"%s"},
        "src_ref":"0","dst_ref":"0","dst_port":%d,"protocols":["ipv4","tcp"]}}}
        """
                .formatted(
                        i, i / 3600 % 24, i / 60 % 60, i % 60, address(number), domain(number),
                        List.of("url", "file", "network-traffic").get(i % 3), domain(number),
                        hash(number), random.nextInt(65_536));
    }
}
