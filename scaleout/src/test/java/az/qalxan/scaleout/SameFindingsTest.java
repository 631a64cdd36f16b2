package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.correlation.WindowSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/** One process, and a job on a real broker that is killed and goes on, find the same, each once. */
@Timeout(300)
class SameFindingsTest {

    private static final int PARTITIONS = 2;
    private static final String OUTSIDE = "QALXAN_OUTSIDE_DATA";
    private static final String RULES = "qalxan.scaleout.rules";
    private static final String EVENTS = "qalxan.scaleout.events";
    private static final String BROKEN = "{\"Channel\": ";

    private final Instant taken = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TempDir Path folder;

    private Broker broker;

    @BeforeEach
    void startBroker() throws IOException, ExecutionException, InterruptedException {
        broker = Broker.start(folder, taken);
        broker.topic("events", PARTITIONS);
        broker.topic("findings", 1);
        broker.topic("damaged", 1);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    /** Events keep coming; one part works before the kill, two after it. */
    @Test
    void correlationsAreFoundOnceAcrossAKill() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("SameFindingsTest seed " + seed);
        List<byte[]> events = scenario(seed, 3_000);
        List<Path> rules =
                List.of(Files.writeString(folder.resolve("rules.yml"), Scenario.rules()));
        List<String> expected =
                new InProcess(rules, WindowSettings.USUAL.lateness(), taken).judge(events).found();
        assertThat(expected).anyMatch(line -> line.contains("Several users"));
        int half = events.size() / 2;
        int most = half + half / 2;
        broker.send("events", events, 0, half);
        try (JobProcess first = job(rules, "--parallelism", "1")) {
            await(first, 1);
            broker.send("events", events, half, most);
            Thread.sleep(300);
            first.kill();
        }
        assertThat(broker.seen("findings")).hasSizeBetween(1, expected.size() - 1);
        broker.send("events", events, most, events.size());
        try (JobProcess second = job(rules, "--parallelism", "2")) {
            await(second, expected.size());
            Thread.sleep(1_500);
            assertThat(second.said()).contains("Goes on from");
        }
        assertThat(broker.seen("findings")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(broker.seen("damaged")).containsExactly(BROKEN, BROKEN);
    }

    private static List<byte[]> scenario(long seed, int count) {
        List<byte[]> events = new ArrayList<>(new Scenario(seed).events(count));
        events.set(count / 4, BROKEN.getBytes(StandardCharsets.UTF_8));
        events.set(count - 1, BROKEN.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < PARTITIONS; i++) {
            events.add(Scenario.later(count));
        }
        return events;
    }

    @Test
    @EnabledIfEnvironmentVariable(named = OUTSIDE, matches = ".+")
    void publishedRulesFindTheSameInRecordedEvents() throws IOException, InterruptedException {
        Path sigma = Path.of(System.getenv(OUTSIDE), "sigma");
        Path above = folder.resolve("recorded.yml");
        try (InputStream in = getClass().getResourceAsStream("/scenario/recorded.yml")) {
            Files.copy(in, above);
        }
        List<Path> rules = new ArrayList<>(List.of(above));
        Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting")
                .map(sigma::resolve)
                .forEach(rules::add);
        List<String> found;
        try (InputStream in =
                new XZInputStream(
                        Files.newInputStream(sigma.resolve("events-otrf-20092.ndjson.xz")))) {
            found = killedAmidAFile(lines(in.readAllBytes()), rules);
        }
        assertThat(found).hasSizeGreaterThan(200);
        assertThat(found).anyMatch(line -> line.contains("\"correlation\":true"));
    }

    /** Other rules and events: -Dqalxan.scaleout.rules=PATH,PATH -Dqalxan.scaleout.events=FILE. */
    @Test
    @EnabledIfSystemProperty(named = EVENTS, matches = ".+")
    void anyRulesFindTheSameInAnyEvents() throws IOException, InterruptedException {
        List<Path> rules =
                Stream.of(System.getProperty(RULES, "").split(",")).map(Path::of).toList();
        byte[] text = Files.readAllBytes(Path.of(System.getProperty(EVENTS)));
        System.out.println(killedAmidAFile(lines(text), rules).size() + " findings, the same");
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, from, i));
                from = i + 1;
            }
        }
        return lines;
    }

    /** All events are there before; what correlates is gathered until the last. */
    private List<String> killedAmidAFile(List<byte[]> events, List<Path> rules)
            throws IOException, InterruptedException {
        List<String> expected =
                new InProcess(rules, WindowSettings.UNLIMITED, taken)
                        .judge(events)
                        .finish()
                        .found();
        broker.send("events", events, 0, events.size());
        String[] whole = {"--until-end", "--lateness", WindowSettings.UNLIMITED.toDays() + "d"};
        try (JobProcess first = job(rules, whole)) {
            while (first.runs() && broker.seen("findings").isEmpty()) {
                Thread.sleep(20);
            }
            first.kill();
        }
        int before = broker.seen("findings").size();
        try (JobProcess second = job(rules, whole)) {
            assertThat(second.ended()).as("%s", second.said()).isZero();
            System.out.println(second.said() + before + " findings before the end");
        }
        List<String> seen = broker.seen("findings");
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        return seen;
    }

    private void await(JobProcess job, int findings) throws IOException, InterruptedException {
        while (broker.seen("findings").size() < findings) {
            if (!job.runs()) {
                throw new AssertionError(job.said());
            }
            Thread.sleep(200);
        }
    }

    private JobProcess job(List<Path> rules, String... more) throws IOException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("run", "--brokers", broker.address(), "--every", "400ms"));
        words.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString()));
        words.addAll(List.of(more));
        words.add("--rules");
        rules.forEach(rule -> words.add(rule.toString()));
        return JobProcess.start(folder, words.toArray(String[]::new));
    }
}
