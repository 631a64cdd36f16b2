import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.DetectionRule;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.FieldEvent;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.Correlator;
import az.qalxan.engines.detection.correlation.EventMoment;
import az.qalxan.engines.detection.correlation.EventRef;
import az.qalxan.engines.detection.correlation.StateLimits;
import az.qalxan.engines.detection.correlation.WindowSettings;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Found events correlated, per second of one core; memory of groups and events. */
final class CorrelationBench {

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");
    private static final int ROUNDS = 7;
    private static final StateLimits LIMITS = new StateLimits(2_000_000, 4_000_000, 8_000_000);

    private static final String RULES =
            """
            title: Failed
            name: failed
            logsource: {category: login}
            detection: {sel: {outcome: failed}, condition: sel}
            ---
            title: Locked
            name: locked
            logsource: {category: login}
            detection: {sel: {outcome: locked}, condition: sel}
            ---
            title: Passed
            name: passed
            logsource: {category: login}
            detection: {sel: {outcome: passed}, condition: sel}
            ---
            title: Correlation
            name: correlation
            """;

    private final Options options;
    private final Outcome outcome;
    private final int count;
    private final Random random;

    private CorrelationBench(Options options, Outcome outcome) {
        this.options = options;
        this.outcome = outcome;
        count = options.number("--events", 200_000);
        random = new Random(options.number("--seed", 7));
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench correlation [--events N] [--seed N] [--lane TEXT]", words);
        Outcome outcome =
                new Outcome("correlation", "invented logins, ten thousand a second", options);
        CorrelationBench bench = new CorrelationBench(options, outcome);
        bench.speed();
        if (!options.text("--lane", "").isEmpty()) {
            outcome.end();
        }
        bench.whole();
        bench.memory();
        bench.snapshot();
        bench.beside();
        outcome.end();
    }

    /** One event as the detector gives it on. */
    private record Matched(List<Finding> findings, FieldEvent event, EventMoment moment) {}

    private static RuleSet rules(String correlation) {
        String yaml = RULES + "correlation: " + correlation + "\n";
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        RuleSet rules =
                RuleSet.of(List.of(RuleReader.read("bench.yml", bytes, Placeholders.NONE)));
        if (rules.correlations().isEmpty()) {
            throw new IllegalStateException(rules.flaws().toString());
        }
        return rules;
    }

    private List<Matched> events(RuleSet rules, int hosts, int users) {
        List<Matched> events = new ArrayList<>();
        List<DetectionRule> detections = rules.rules();
        List<String> outcomes = List.of("failed", "locked", "passed");
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(100) < 98 ? 0 : 1 + random.nextInt(2);
            String host = "srv-%05d.example.az".formatted(random.nextInt(hosts));
            FieldEvent event =
                    new FieldEvent.Building()
                            .add("outcome", text(outcomes.get(which)))
                            .add("host", text(host))
                            .add("user", text("user%05d".formatted(random.nextInt(users))))
                            .add("bytes", number(random.nextInt(100_000)))
                            .build();
            List<Finding> findings =
                    List.of(new Finding(detections.get(which).header(), List.of()));
            events.add(new Matched(findings, event, moment(i)));
        }
        return events;
    }

    private static EventMoment moment(long number) {
        return new EventMoment(BEGIN.plusNanos(number * 100_000), EventRef.of(number + 1));
    }

    private static EventValue text(String text) {
        return new EventValue.Text(text);
    }

    private static EventValue number(int number) {
        return new EventValue.Number(String.valueOf(number), BigDecimal.valueOf(number));
    }

    private static CorrelationPlan plan(RuleSet rules, Duration lateness) {
        return CorrelationPlan.of(
                rules, new WindowSettings(WindowSettings.Kind.SLIDING, lateness, LIMITS));
    }

    private void speed() {
        String count =
                "{type: event_count, rules: [failed], group-by: [host], timespan: 10s,"
                        + " condition: {gte: 1000000}}";
        lane("event_count, 1,000 groups", count, 1_000);
        lane("event_count, 100,000 groups", count, 100_000);
        lane(
                "event_count, 1,000 groups, 200,000 findings/s",
                count.replace("1000000", "2").replace("10s", "1s"),
                1_000);
        lane(
                "value_count, 1,000 groups, 100 values each",
                "{type: value_count, rules: [failed], group-by: [host], timespan: 10s,"
                        + " condition: {field: user, gte: 1000000}}",
                1_000);
        lane(
                "value_sum, 1,000 groups",
                "{type: value_sum, rules: [failed], group-by: [host], timespan: 10s,"
                        + " condition: {field: bytes, gte: 1000000000000}}",
                1_000);
        lane(
                "value_percentile, 1,000 groups",
                "{type: value_percentile, rules: [failed], group-by: [host], timespan: 10s,"
                        + " condition: {field: bytes, percentile: 95, gte: 1000000000000}}",
                1_000);
        lane(
                "temporal, 1,000 groups",
                "{type: temporal, rules: [failed, locked, passed], group-by: [host],"
                        + " timespan: 1s}",
                1_000);
        lane(
                "temporal_ordered, 1,000 groups",
                "{type: temporal_ordered, rules: [failed, locked, passed], group-by: [host],"
                        + " timespan: 1s}",
                1_000);
    }

    private void lane(String name, String correlation, int hosts) {
        if (!name.startsWith(options.text("--lane", ""))) {
            return;
        }
        options.tell("%s", name);
        RuleSet rules = rules(correlation);
        List<Matched> events = events(rules, hosts, 100);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Correlator correlator = new Correlator(plan(rules, Duration.ofMillis(100)));
            long begun = CLOCK.getCurrentThreadCpuTime();
            for (Matched one : events) {
                correlator.accept(one.findings(), one.event(), one.moment());
            }
            correlator.finish();
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            best = Math.max(best, events.size() / seconds);
        }
        outcome.atLeast(name, best, 1_000_000, "events/s");
    }

    /** From bytes to findings. */
    private void whole() throws BadEvent {
        RuleSet rules =
                rules(
                        "{type: event_count, rules: [failed], group-by: [host], timespan: 10s,"
                                + " condition: {gte: 1000000}}");
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i).getBytes(StandardCharsets.UTF_8));
        }
        EventSource source = new EventSource("", Set.of("login"), Set.of());
        Detector detector = DetectionEngine.of(rules, source).detector();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Correlator correlator = new Correlator(plan(rules, Duration.ofMillis(100)));
            long begun = CLOCK.getCurrentThreadCpuTime();
            long number = 0;
            for (byte[] line : lines) {
                List<Finding> findings = detector.judge(line);
                Instant at = detector.at();
                EventMoment moment = new EventMoment(at, EventRef.of(++number));
                correlator.accept(findings, detector.event(), moment);
            }
            correlator.finish();
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            best = Math.max(best, lines.size() / seconds);
        }
        outcome.also("event_count from JSON, every event found", best, "events/s");
    }

    private String line(int number) {
        return ("{\"@timestamp\":\"%s\",\"outcome\":\"failed\","
                        + "\"host\":\"srv-%05d\",\"user\":\"u%d\"}")
                .formatted(moment(number).at(), random.nextInt(1_000), random.nextInt(100));
    }

    private void memory() {
        options.tell("memory");
        RuleSet count =
                rules(
                        "{type: event_count, rules: [failed], group-by: [host], timespan: 1h,"
                                + " condition: {gte: 1000000000}}");
        int groups = 200_000;
        int events = 2_000_000;
        outcome.also("a group of one event", kept(count, groups, groups, false), "bytes");
        outcome.also("an event of a window, by line", kept(count, 1, events, false), "bytes");
        outcome.also("the same, by UUID", kept(count, 1, events, true), "bytes");
        RuleSet values =
                rules(
                        "{type: value_count, rules: [failed], group-by: [host], timespan: 1h,"
                                + " condition: {field: user, gte: 1000000000}}");
        outcome.also(
                "a value of value_count, each another", kept(values, 1, 500_000, false), "bytes");
    }

    /** What each of so many events takes, spread over groups. */
    private double kept(RuleSet rules, int groups, int events, boolean uuid) {
        Correlator correlator = new Correlator(plan(rules, Duration.ZERO));
        List<Finding> findings = List.of(new Finding(rules.rules().getFirst().header(), List.of()));
        long before = used();
        for (int i = 0; i < events; i++) {
            FieldEvent event =
                    new FieldEvent.Building()
                            .add("host", text("srv-%06d".formatted(i % groups)))
                            .add("user", text("user%06d".formatted(i)))
                            .build();
            EventMoment moment = moment(i);
            if (uuid) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                moment = new EventMoment(moment.at(), EventRef.of(id));
            }
            correlator.accept(findings, event, moment);
        }
        double each = (used() - before) / (double) events;
        if (correlator.counters().shed() > 0) {
            throw new IllegalStateException("events were shed");
        }
        return each;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private void snapshot() throws Exception {
        RuleSet rules =
                rules(
                        "{type: event_count, rules: [failed], group-by: [host], timespan: 1h,"
                                + " condition: {gte: 1000000}}");
        CorrelationPlan plan = plan(rules, Duration.ZERO);
        Correlator correlator = new Correlator(plan);
        for (Matched one : events(rules, 10_000, 100)) {
            correlator.accept(one.findings(), one.event(), one.moment());
        }
        double write = Double.MAX_VALUE;
        double read = Double.MAX_VALUE;
        byte[] bytes = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            bytes = correlator.snapshot();
            long written = System.nanoTime();
            Correlator.restore(plan, bytes);
            write = Math.min(write, (written - begun) / 1e6);
            read = Math.min(read, (System.nanoTime() - written) / 1e6);
        }
        String of = "of 10,000 groups, %,d events".formatted(correlator.counters().events());
        outcome.also("snapshot " + of, bytes.length / 1e6, "MB");
        outcome.also("writing it", write, "ms");
        outcome.also("reading it", read, "ms");
    }

    /** The Simple Event Correlator on the same count, where it is installed. */
    private void beside() throws IOException, InterruptedException {
        Path log = options.work().resolve("logins.log");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("%s failed login host=srv-%05d user=u%d"
                    .formatted(moment(i).at(), random.nextInt(1_000), random.nextInt(100)));
        }
        Files.write(log, lines);
        Path rules = options.work().resolve("sec.conf");
        Files.writeString(
                rules,
                """
                type=SingleWithThreshold
                ptype=RegExp
                pattern=failed login host=(\\S+)
                desc=failed logins at $1
                action=write - $1
                window=10
                thresh=1000000
                """);
        ProcessBuilder sec =
                new ProcessBuilder(
                        "sh",
                        "-c",
                        "command -v sec >/dev/null || exit 9; sec --conf="
                                + rules
                                + " --input="
                                + log
                                + " --fromstart --notail --debug=2 >/dev/null 2>&1; times");
        sec.redirectErrorStream(true);
        Process process = sec.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 9) {
            options.tell("sec is not installed: nothing to compare with");
            return;
        }
        String[] spent = told.strip().lines().toList().getLast().split("[ms ]+");
        double seconds =
                60 * Double.parseDouble(spent[0])
                        + Double.parseDouble(spent[1])
                        + 60 * Double.parseDouble(spent[2])
                        + Double.parseDouble(spent[3]);
        outcome.also("sec, one threshold rule, same events", count / seconds, "events/s");
    }
}
