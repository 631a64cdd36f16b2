import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.Interpreter;
import az.qalxan.engines.detection.JsonEvents;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.SourcedEvent;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Events judged by published rules and findings written, per second of one core, in five lanes. */
final class DetectBench {

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A lane takes so much of a core; its best round of at least so many events counts. */
    private static final double LANE_SECONDS = 8;

    /** The rules are read so often; the quickest time counts. */
    private static final int LOADS = 8;

    private static final int ROUND_EVENTS = 20_000;
    private static final int PROFILE_SECONDS = 6;

    private final Options options;
    private final Outcome outcome;
    private final RuleSet rules;
    private final DetectionEngine engine;
    private final List<Judged> judged = new ArrayList<>();

    /** A lane: events, how many a second are wanted, and how many rsigma's authors published. */
    private record Lane(String name, List<byte[]> events, int wanted, int rsigma) {

        long bytes() {
            return events.stream().mapToLong(one -> one.length).sum() / events.size();
        }
    }

    private record Judged(Lane lane, double perSecond) {

        double share() {
            return perSecond / lane.wanted();
        }
    }

    private DetectBench(Options options, Outcome outcome, RuleSet rules) {
        this.options = options;
        this.outcome = outcome;
        this.rules = rules;
        engine = DetectionEngine.of(rules, EventSource.UNKNOWN);
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench detect [--rules DIR] [--events FILE[.xz]] [--seed N]", words);
        Path folder = Path.of(options.text("--rules", SigmaFolder.USUAL));
        Path events = SigmaFolder.events(options.text("--events", ""), folder);
        if (!Files.isDirectory(folder) || !Files.isReadable(events)) {
            options.tell("--rules DIR (folders of Sigma rules) and --events FILE (one JSON object");
            options.tell("a line) are needed; neither comes with the program");
            System.exit(2);
        }
        Outcome outcome = new Outcome("detect", events + " by rules of " + folder, options);
        List<Path> folders = SigmaFolder.ruleFolders(folder);
        load(folders, options, outcome);
        RuleSet rules = SigmaFolder.rules(folders);
        outcome.also("rules in the lanes", rules.rules().size(), "rules");
        DetectBench bench = new DetectBench(options, outcome, rules);
        bench.lanes(SigmaFolder.lines(events), new Random(options.number("--seed", 7)));
        outcome.end();
    }

    /** The first folder is read until it is read no faster. */
    private static void load(List<Path> folders, Options options, Outcome outcome)
            throws IOException {
        List<Path> first = folders.subList(0, 1);
        options.tell("reading %s", first.getFirst());
        double best = Double.MAX_VALUE;
        for (int round = 0; round < LOADS; round++) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            RuleSet read = SigmaFolder.rules(first);
            DetectionEngine.of(read, EventSource.UNKNOWN).detector();
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            if (round == 0) {
                outcome.also("%,d rules read, cold, one core".formatted(read.rules().size()), seconds, "s");
            }
            best = Math.min(best, seconds);
        }
        outcome.atMost("the same rules read again, one core", best, 1, "s");
    }

    private void lanes(List<byte[]> all, Random random)
            throws BadEvent, IOException, InterruptedException, ExecutionException {
        InventedWindows invented = new InventedWindows(random);
        Lane mix = new Lane("recorded mix", all, 250_000, 0);
        List<byte[]> structured = invented.mixed(10_000, 705);
        List<byte[]> files = invented.files(10_000, 445);
        List<byte[]> processes = of(all, "process_creation"::equals);
        List<byte[]> scripts = of(all, DetectBench::isScript);
        List<Lane> lanes =
                List.of(
                        mix,
                        new Lane("structured Windows", structured, 200_000, 29_800),
                        new Lane("Sysmon file events", files, 500_000, 45_481),
                        new Lane("process creation", processes, 120_000, 0),
                        new Lane("PowerShell", scripts, 60_000, 0));
        for (Lane lane : lanes) {
            if (lane.events().isEmpty()) {
                options.tell("no events of the lane: %s", lane.name());
            } else {
                judge(lane);
            }
        }
        latency(mix);
        twoCores(mix);
        plainly(all);
        profile();
    }

    private static boolean isScript(String category) {
        return category.equals("ps_script") || category.equals("ps_module");
    }

    private static List<byte[]> of(List<byte[]> all, Predicate<String> category) throws BadEvent {
        JsonEvents reader = new JsonEvents(EventSource.UNKNOWN);
        List<byte[]> some = new ArrayList<>();
        for (byte[] line : all) {
            if (reader.read(line).source().categories().stream().anyMatch(category)) {
                some.add(line);
            }
        }
        return some;
    }

    private void judge(Lane lane) throws BadEvent {
        options.tell("lane: %s, %d different events", lane.name(), lane.events().size());
        Judging judging = new Judging(engine, lane.events());
        double best = 0;
        long until = CLOCK.getCurrentThreadCpuTime() + (long) (LANE_SECONDS * 1e9);
        while (CLOCK.getCurrentThreadCpuTime() < until) {
            best = Math.max(best, judging.round());
        }
        judged.add(new Judged(lane, best));
        String name = "%s, %,d B, one core".formatted(lane.name(), lane.bytes());
        outcome.atLeast(name, best, lane.wanted(), "events/s");
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("lane", lane.name());
        cells.put("different events", lane.events().size());
        cells.put("bytes", lane.bytes());
        cells.put("findings in 1,000 events", "%.1f".formatted(1_000 * judging.findings()));
        cells.put("events/s of one core", Math.round(best));
        cells.put("MB/s", Math.round(best * lane.bytes() / 1e6));
        cells.put("wanted", lane.wanted());
        cells.put("rsigma, published, Apple M4 Pro", lane.rsigma() == 0 ? "–" : lane.rsigma());
        outcome.row("Lanes", cells);
    }

    /** One thread with its own detector, over the same events again and again. */
    private static final class Judging {
        private final Detector detector;
        private final List<byte[]> events;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long judged;
        private long found;

        Judging(DetectionEngine engine, List<byte[]> events) {
            detector = engine.detector();
            this.events = events;
        }

        /** Events for each second of processor time, parsing and writing of findings included. */
        double round() throws BadEvent {
            int times = Math.max(1, ROUND_EVENTS / events.size());
            long begun = CLOCK.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                for (int line = 0; line < events.size(); line++) {
                    one(line);
                }
            }
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            return times * events.size() / seconds;
        }

        void one(int line) throws BadEvent {
            judged++;
            for (Finding finding : detector.judge(events.get(line))) {
                found++;
                out.writeBytes(written(finding, line));
                if (out.size() > 1 << 20) {
                    out.reset();
                }
            }
        }

        double findings() {
            return (double) found / judged;
        }
    }

    private static byte[] written(Finding finding, int line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("rule_id", finding.rule().id());
        entry.put("level", finding.rule().level());
        entry.put("title", finding.rule().title());
        entry.put("author", finding.rule().author());
        List<Map<String, String>> values = new ArrayList<>();
        for (MatchedValue value : finding.values()) {
            values.add(Map.of("field", value.field(), "value", value.value()));
        }
        entry.put("matched", values);
        return JsonMapper.shared().writeValueAsBytes(entry);
    }

    private void latency(Lane lane) throws BadEvent {
        options.tell("latency");
        Judging judging = new Judging(engine, lane.events());
        judging.round();
        Latencies times = new Latencies();
        for (int round = 0; round < 5; round++) {
            for (int line = 0; line < lane.events().size(); line++) {
                long begun = System.nanoTime();
                judging.one(line);
                times.add(System.nanoTime() - begun);
            }
        }
        outcome.also("one event of the mix, median", 1_000 * times.quantile(0.5), "us");
        outcome.atMost("one event of the mix, p99", 1_000 * times.quantile(0.99), 1_000, "us");
        outcome.also("one event of the mix, p99.9", 1_000 * times.quantile(0.999), "us");
    }

    /**
     * By processor time, what two threads do at once beside one alone: what they lose by sharing
     * caches and memory; what others take of the machine does not count.
     */
    private void twoCores(Lane lane) throws InterruptedException, ExecutionException {
        options.tell("two cores");
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            double alone = together(workers, lane, 1);
            double both = together(workers, lane, 2);
            double times = both / alone;
            outcome.atLeast("two threads beside one, by processor time", times, 1.9, "times");
        }
    }

    private double together(ExecutorService workers, Lane lane, int threads)
            throws InterruptedException, ExecutionException {
        List<Future<Double>> rates = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Judging judging = new Judging(engine, lane.events());
            rates.add(workers.submit(() -> mean(judging)));
        }
        double sum = 0;
        for (Future<Double> rate : rates) {
            sum += rate.get();
        }
        return sum;
    }

    private static double mean(Judging judging) throws BadEvent {
        judging.round();
        double inverse = 0;
        int rounds = 20;
        for (int i = 0; i < rounds; i++) {
            inverse += 1 / judging.round();
        }
        return rounds / inverse;
    }

    /** The same rules one by one: what an engine without an index does. */
    private void plainly(List<byte[]> all) throws BadEvent {
        options.tell("every rule one by one");
        List<byte[]> some = all.subList(0, Math.min(1_000, all.size()));
        JsonEvents reader = new JsonEvents(EventSource.UNKNOWN);
        long begun = CLOCK.getCurrentThreadCpuTime();
        for (byte[] line : some) {
            SourcedEvent event = reader.read(line);
            rules.rules().stream()
                    .filter(rule -> event.source().fits(rule.logSource()))
                    .filter(rule -> Interpreter.holds(rule, event.event()))
                    .count();
        }
        double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
        outcome.also("the mix, every rule one by one, one core", some.size() / seconds, "events/s");
    }

    /** Of the lane that is furthest from what is wanted. */
    private void profile() throws IOException {
        Judged slowest =
                judged.stream()
                        .min((one, other) -> Double.compare(one.share(), other.share()))
                        .orElseThrow();
        options.tell("profile of the slowest lane: %s", slowest.lane().name());
        Judging judging = new Judging(engine, slowest.lane().events());
        String title = "Where the time goes: " + slowest.lane().name();
        Samples.take(outcome, title, options.work(), () -> profiled(judging));
    }

    private static void profiled(Judging judging) {
        long until = CLOCK.getCurrentThreadCpuTime() + PROFILE_SECONDS * 1_000_000_000L;
        try {
            while (CLOCK.getCurrentThreadCpuTime() < until) {
                judging.round();
            }
        } catch (BadEvent e) {
            throw new IllegalStateException(e);
        }
    }
}
