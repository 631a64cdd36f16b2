import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.Interpreter;
import az.qalxan.engines.detection.JsonEvents;
import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import az.qalxan.engines.detection.SourcedEvent;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Events judged by published rules, per second of one core: the whole mix, and lanes of it. */
final class DetectBench {

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Options options;
    private final Outcome outcome;
    private final DetectionEngine engine;
    private final RuleSet rules;

    private DetectBench(Options options, Outcome outcome, RuleSet rules) {
        this.options = options;
        this.outcome = outcome;
        this.rules = rules;
        engine = DetectionEngine.of(rules, EventSource.UNKNOWN);
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench detect --rules DIR --events FILE", words);
        Path folder = Path.of(options.text("--rules", "../shared/data/sigma"));
        Path events = Path.of(options.text("--events", "otrf.ndjson"));
        if (!Files.isDirectory(folder) || !Files.isReadable(events)) {
            options.tell("--rules DIR (rules of Sigma) and --events FILE (one JSON object a line)");
            options.tell("are needed; neither comes with the program");
            System.exit(2);
        }
        Outcome outcome = new Outcome("detect", events + " by rules of " + folder, options);
        long begun = System.nanoTime();
        RuleSet rules = rules(folder);
        rules(folder);
        long warm = System.nanoTime();
        rules(folder);
        outcome.also("rules read the first time", (warm - begun) / 2e9, "s");
        outcome.atMost("rules read again", (System.nanoTime() - warm) / 1e9, 1, "s");
        outcome.also("rules", rules.rules().size(), "rules");
        new DetectBench(options, outcome, rules).run(lines(Files.readAllBytes(events)));
        outcome.end();
    }

    private static RuleSet rules(Path folder) throws IOException {
        List<RulesRead> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(DetectBench::isRule).sorted().toList()) {
                read.add(
                        RuleReader.read(
                                file.toString(), Files.readAllBytes(file), Placeholders.NONE));
            }
        }
        return RuleSet.of(read);
    }

    private static boolean isRule(Path file) {
        return file.toString().endsWith(".yml") && file.toString().contains("rules");
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i > from) {
                    lines.add(java.util.Arrays.copyOfRange(bytes, from, i));
                }
                from = i + 1;
            }
        }
        return lines;
    }

    private void run(List<byte[]> all) throws BadEvent {
        JsonEvents reader = new JsonEvents(EventSource.UNKNOWN);
        List<byte[]> processes = new ArrayList<>();
        List<byte[]> scripts = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (byte[] line : all) {
            SourcedEvent event = reader.read(line);
            if (event.source().categories().contains("process_creation")) {
                processes.add(line);
            } else if (event.source().categories().contains("ps_script")) {
                scripts.add(line);
            } else if (event.source().categories().contains("file_event")) {
                files.add(line);
            }
        }
        lane("the whole mix", all, 250_000);
        lane("processes", processes, 120_000);
        lane("PowerShell scripts", scripts, 60_000);
        lane("file events", files, 500_000);
        plainly(all.subList(0, Math.min(2_000, all.size())));
    }

    private void lane(String name, List<byte[]> events, int wanted) throws BadEvent {
        if (events.isEmpty()) {
            options.tell("no events of the lane: %s", name);
            return;
        }
        Detector detector = engine.detector();
        double best = 0;
        int findings = 0;
        for (int round = 0; round < 25; round++) {
            int times = Math.max(1, 20_000 / events.size());
            long begun = CLOCK.getCurrentThreadCpuTime();
            findings = 0;
            for (int i = 0; i < times; i++) {
                for (byte[] event : events) {
                    findings += detector.judge(event).size();
                }
            }
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            best = Math.max(best, times * events.size() / seconds);
            findings /= times;
        }
        long bytes = events.stream().mapToLong(one -> one.length).sum() / events.size();
        String input = " (%d events of %d bytes, %d findings)".formatted(events.size(), bytes, findings);
        outcome.atLeast(name + input + ", one core", best, wanted, "events/s");
    }

    /** The same rules one by one: what an engine without an index does. */
    private void plainly(List<byte[]> events) throws BadEvent {
        JsonEvents reader = new JsonEvents(EventSource.UNKNOWN);
        long begun = CLOCK.getCurrentThreadCpuTime();
        for (byte[] line : events) {
            SourcedEvent event = reader.read(line);
            rules.rules().stream()
                    .filter(rule -> event.source().fits(rule.logSource()))
                    .filter(rule -> Interpreter.holds(rule, event.event()))
                    .count();
        }
        double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
        outcome.also("every rule one by one, one core", events.size() / seconds, "events/s");
    }
}
