package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.correlation.WindowSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final String OUTSIDE = "QALXAN_OUTSIDE_DATA";
    private static final String RULES = "qalxan.scaleout.rules";
    private static final String EVENTS = "qalxan.scaleout.events";
    private static final String BROKEN = "{\"Channel\": ";

    /** Enough to bring events of decades into their order. */
    private static final Duration DECADES = Duration.ofDays(10_000);

    private final Instant taken = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TempDir Path folder;

    private Broker broker;
    private int before;

    @BeforeEach
    void startBroker() throws IOException, ExecutionException, InterruptedException {
        broker = Broker.start(folder, taken);
        broker.topic("events", Broker.PARTITIONS);
        broker.topic("findings", 1);
        broker.topic("damaged", 1);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void correlationsAreFoundOnceAcrossAKill() throws IOException, BadEvent, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("SameFindingsTest seed " + seed);
        int count = 3_000;
        List<byte[]> events = new Scenario(seed).events(count);
        events.set(count / 4, BROKEN.getBytes(StandardCharsets.UTF_8));
        events.set(count - 1, BROKEN.getBytes(StandardCharsets.UTF_8));
        Path rules = Files.writeString(folder.resolve("rules.yml"), Scenario.rules());
        List<String> found =
                killedAndRestarted(events, List.of(rules), WindowSettings.USUAL.lateness());
        assertThat(before).isBetween(1, found.size() - 1);
        assertThat(found).anyMatch(line -> line.contains("Several users"));
        assertThat(broker.seen("damaged")).containsExactly(BROKEN, BROKEN);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = OUTSIDE, matches = ".+")
    void publishedRulesFindTheSameInRecordedEvents()
            throws IOException, BadEvent, InterruptedException {
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
            found = killedAndRestarted(lines(in.readAllBytes()), rules, DECADES);
        }
        assertThat(found).hasSizeGreaterThan(232);
        assertThat(found).anyMatch(line -> line.contains("\"correlation\":true"));
    }

    /** Other rules and events: -Dqalxan.scaleout.rules=PATH,PATH -Dqalxan.scaleout.events=FILE. */
    @Test
    @EnabledIfSystemProperty(named = EVENTS, matches = ".+")
    void anyRulesFindTheSameInAnyEvents() throws IOException, BadEvent, InterruptedException {
        List<Path> rules =
                Stream.of(System.getProperty(RULES, "").split(",")).map(Path::of).toList();
        byte[] text = Files.readAllBytes(Path.of(System.getProperty(EVENTS)));
        int found = killedAndRestarted(lines(text), rules, DECADES).size();
        System.out.println(found + " findings, the same");
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

    /** What both found; the job works in one part and is killed, then goes on in two. */
    private List<String> killedAndRestarted(
            List<byte[]> events, List<Path> rules, Duration lateness)
            throws IOException, BadEvent, InterruptedException {
        Instant later = taken.plus(lateness).plus(Duration.ofDays(1_000));
        InProcess one = new InProcess(rules, lateness, taken).judge(events).close(later);
        List<String> expected = one.found();
        int half = events.size() / 2;
        int most = half + half / 2;
        broker.send("events", events, 0, half);
        try (JobProcess first = job(rules, lateness, 1)) {
            begun(first);
            broker.send("events", events, half, most);
            Thread.sleep(300);
            first.kill();
        }
        before = broker.seen("findings").size();
        broker.send("events", events, most, events.size());
        broker.close("events", later);
        try (JobProcess second = job(rules, lateness, 2)) {
            await(second, expected.size());
            Thread.sleep(1_500);
            assertThat(second.said()).contains("Goes on from");
        }
        List<String> seen = broker.seen("findings");
        System.out.printf("%d findings, %d of them before the kill%n", seen.size(), before);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(broker.seen("damaged")).hasSize(one.damaged());
        return seen;
    }

    /** Waits for a finding, or for checkpoints that show that there is none yet. */
    private void begun(JobProcess job) throws IOException, InterruptedException {
        Path checkpoints = folder.resolve("checkpoints");
        while (broker.seen("findings").isEmpty() && !eighth(checkpoints)) {
            runs(job);
        }
    }

    private static boolean eighth(Path checkpoints) throws IOException {
        return Checkpoints.newest(new org.apache.flink.core.fs.Path(checkpoints.toUri()))
                .filter(newest -> Integer.parseInt(newest.getName().substring(4)) >= 8)
                .isPresent();
    }

    private void await(JobProcess job, int findings) throws IOException, InterruptedException {
        while (broker.seen("findings").size() < findings) {
            runs(job);
        }
    }

    private static void runs(JobProcess job) throws IOException, InterruptedException {
        if (!job.runs()) {
            throw new AssertionError(job.said());
        }
        Thread.sleep(200);
    }

    private JobProcess job(List<Path> rules, Duration lateness, int parts) throws IOException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("run", "--brokers", broker.address(), "--every", "400ms"));
        words.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString()));
        words.addAll(List.of("--lateness", lateness.toSeconds() + "s"));
        words.addAll(List.of("--parallelism", Integer.toString(parts)));
        words.add("--rules");
        rules.forEach(rule -> words.add(rule.toString()));
        return JobProcess.start(folder, words.toArray(String[]::new));
    }
}
