package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/** One process, and a job on a real broker that is killed and goes on, find the same. */
@Timeout(240)
class SameFindingsTest {

    private static final int PARTITIONS = 2;
    private static final String OUTSIDE = "QALXAN_OUTSIDE_DATA";

    @TempDir Path folder;

    private Broker broker;

    @BeforeEach
    void startBroker() throws IOException, ExecutionException, InterruptedException {
        broker = Broker.start(folder);
        broker.topic("events", PARTITIONS);
        broker.topic("findings", 1);
        broker.topic("damaged", 1);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void correlationsAreFoundOnceAcrossAKill() throws Exception {
        long seed = System.nanoTime();
        System.out.println("SameFindingsTest seed " + seed);
        int count = 3_000;
        List<byte[]> events = new ArrayList<>(new Scenario(seed).events(count));
        byte[] broken = "{\"Channel\": ".getBytes(StandardCharsets.UTF_8);
        events.set(count / 4, broken);
        events.set(count - 1, broken);
        for (int i = 0; i < PARTITIONS; i++) {
            events.add(Scenario.later(count));
        }
        Path rules = Files.writeString(folder.resolve("rules.yml"), Scenario.rules());
        List<String> found = killedAndRestarted(events, List.of(rules));
        assertThat(found).anyMatch(line -> line.contains("Several users"));
        assertThat(broker.seen("damaged")).containsExactly("{\"Channel\": ", "{\"Channel\": ");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = OUTSIDE, matches = ".+")
    void publishedRulesFindTheSameInRecordedEvents() throws Exception {
        Path sigma = Path.of(System.getenv(OUTSIDE), "sigma");
        List<byte[]> events = new ArrayList<>();
        try (InputStream in =
                new XZInputStream(
                        Files.newInputStream(sigma.resolve("events-otrf-20092.ndjson.xz")))) {
            lines(in.readAllBytes(), events);
        }
        List<Path> rules =
                Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting")
                        .map(sigma::resolve)
                        .toList();
        assertThat(killedAndRestarted(events, rules)).hasSizeGreaterThan(200);
    }

    private static void lines(byte[] text, List<byte[]> lines) {
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, from, i));
                from = i + 1;
            }
        }
    }

    /** What both hosts found; the job worked by one part before it was killed, by two after. */
    private List<String> killedAndRestarted(List<byte[]> events, List<Path> rules)
            throws IOException, InterruptedException {
        List<String> expected = new InProcess(rules).findings(events);
        int half = events.size() / 2;
        int most = half + half / 2;
        broker.send("events", events, 0, half);
        try (JobProcess first = job(rules, 1)) {
            await(first, 1);
            broker.send("events", events, half, most);
            Thread.sleep(300);
            first.kill();
        }
        int before = broker.seen("findings").size();
        assertThat(before).isPositive().isLessThan(expected.size());
        broker.send("events", events, most, events.size());
        try (JobProcess second = job(rules, 2)) {
            await(second, expected.size());
            assertThat(second.said()).contains("Goes on from");
            Thread.sleep(1_500);
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

    private JobProcess job(List<Path> rules, int parts) throws IOException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("run", "--brokers", broker.address(), "--every", "400ms"));
        words.addAll(List.of("--parallelism", Integer.toString(parts)));
        words.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString()));
        words.add("--rules");
        rules.forEach(rule -> words.add(rule.toString()));
        return JobProcess.start(folder, words.toArray(String[]::new));
    }
}
