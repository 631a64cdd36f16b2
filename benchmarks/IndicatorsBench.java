import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.indicator.IndicatorMatcher;
import az.qalxan.engines.detection.indicator.IndicatorOrigin;
import az.qalxan.engines.detection.indicator.IndicatorReader;
import az.qalxan.engines.detection.indicator.IndicatorSet;
import az.qalxan.engines.detection.indicator.IndicatorValue;
import az.qalxan.engines.detection.indicator.IndicatorsRead;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import com.sun.management.ThreadMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ten million indicators read, held in memory, swapped, and looked for in events beside rules. */
final class IndicatorsBench {

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final double ROUND_SECONDS = 5;
    private static final int PLANTED = 1_000;

    private final Options options;
    private final Outcome outcome;
    private final Random random;

    private IndicatorsBench(Options options, Outcome outcome, Random random) {
        this.options = options;
        this.outcome = outcome;
        this.random = random;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench indicators [--indicators N] [--rules DIR] [--events FILE[.xz]]"
                                + " [--seed N]",
                        words);
        int count = options.number("--indicators", 10_000_000);
        Path folder = Path.of(options.text("--rules", SigmaFolder.USUAL));
        Path file = SigmaFolder.events(options.text("--events", ""), folder);
        Random random = new Random(options.number("--seed", 7));
        boolean recorded = Files.isReadable(file);
        String input =
                "%,d invented indicators; %s"
                        .formatted(count, recorded ? file : "invented Windows events of 705 B");
        Outcome outcome = new Outcome("indicators", input, options);
        List<byte[]> events =
                recorded
                        ? SigmaFolder.lines(file)
                        : new InventedWindows(random).mixed(20_000, 705);
        RuleSet rules =
                Files.isDirectory(folder)
                        ? SigmaFolder.rules(SigmaFolder.ruleFolders(folder))
                        : RuleSet.of(List.of());
        new IndicatorsBench(options, outcome, random).run(count, rules, events);
        outcome.end();
    }

    private void run(int count, RuleSet rules, List<byte[]> events) throws IOException, BadEvent {
        Path file = options.work().resolve("indicators.txt");
        options.tell("writing %,d indicators", count);
        List<String> planted = write(file, count);
        options.tell("reading them");
        IndicatorSet set = read(file);
        Files.delete(file);
        LiveIndicators live = new LiveIndicators(IndicatorSet.empty(random));
        long begun = System.nanoTime();
        live.swap(set);
        outcome.also("swapped in", (System.nanoTime() - begun) / 1e3, "us");
        lookUp(set, planted);
        DetectionEngine engine = DetectionEngine.of(rules, EventSource.UNKNOWN);
        options.tell("%,d events, rules alone, then with indicators", events.size());
        double alone = perSecond(engine.detector(), null, events);
        IndicatorMatcher matcher = new IndicatorMatcher(live);
        double both = perSecond(engine.detector(matcher), matcher, events);
        String rulesNamed = "%,d rules".formatted(rules.rules().size());
        outcome.also("events by %s, one core".formatted(rulesNamed), alone, "events/s");
        outcome.also("the same and all indicators", both, "events/s");
        outcome.also("indicators cost an event", 1e6 / both - 1e6 / alone, "us");
        DetectionEngine none = DetectionEngine.of(RuleSet.of(List.of()), EventSource.UNKNOWN);
        double indicators = perSecond(none.detector(matcher), matcher, events);
        outcome.atLeast("indicators without rules", indicators, 250_000, "events/s");
        found(none.detector(matcher), matcher, planted);
    }

    private List<String> write(Path file, int count) throws IOException {
        List<String> planted = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                String value = value(i);
                out.write(value);
                out.write('\n');
                if (i % Math.max(1, count / PLANTED) == 0) {
                    planted.add(value);
                }
            }
        }
        return planted;
    }

    /** Of a hundred: 45 digests, 30 names, 15 URLs, 9 addresses, 1 mail address. */
    private String value(int number) {
        int kind = number % 100;
        if (kind < 45) {
            return hex(kind < 30 ? 64 : 32);
        }
        if (kind < 75) {
            return name();
        }
        if (kind < 90) {
            return "http://" + name() + "/" + Long.toString(random.nextLong() >>> 8, 36) + ".php";
        }
        if (kind < 99) {
            int address = random.nextInt();
            return "%d.%d.%d.%d%s"
                    .formatted(
                            1 + (address >>> 24) % 220,
                            address >>> 16 & 255,
                            address >>> 8 & 255,
                            address & 255,
                            kind == 98 ? "/24" : "");
        }
        return Long.toString(random.nextLong() >>> 20, 36) + "@" + name();
    }

    private String name() {
        String[] endings = {"com", "net", "org", "info", "top", "xyz", "ru", "az", "example"};
        String label = Long.toString(random.nextLong() >>> 12, 36);
        return label + "." + endings[random.nextInt(endings.length)];
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        while (hex.length() < digits) {
            hex.append("%016x".formatted(random.nextLong()));
        }
        return hex.substring(0, digits);
    }

    private IndicatorSet read(Path file) throws IOException {
        IndicatorOrigin origin = new IndicatorOrigin("invented", 80, "TLP:AMBER");
        IndicatorSet.Building building = new IndicatorSet.Building(random);
        long begun = CLOCK.getCurrentThreadCpuTime();
        IndicatorsRead read;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            read = IndicatorReader.read(in, origin, building);
        }
        double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
        long sorting = CLOCK.getCurrentThreadCpuTime();
        IndicatorSet set = building.build();
        outcome.also("read", read.read(), "indicators");
        outcome.also("refused", read.refused(), "lines");
        outcome.also("reading, one core", seconds, "s");
        outcome.also("sorting, one core", (CLOCK.getCurrentThreadCpuTime() - sorting) / 1e9, "s");
        outcome.also("different ones", set.count(), "indicators");
        outcome.atMost("memory of one", (double) set.bytes() / set.count(), 32, "bytes");
        outcome.also("memory of all", set.bytes() / 1e6, "MB");
        return set;
    }

    private void lookUp(IndicatorSet set, List<String> planted) {
        List<IndicatorValue> values = planted.stream().map(IndicatorsBench::value).toList();
        double best = Double.MAX_VALUE;
        long known = 0;
        for (int round = 0; round < 10; round++) {
            long begun = System.nanoTime();
            known = values.stream().filter(value -> !set.of(value, NOW).isEmpty()).count();
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        outcome.atMost("%,d values looked up".formatted(values.size()), best, 50, "ms");
        outcome.atLeast("of which known", known, values.size(), "values");
    }

    private static IndicatorValue value(String text) {
        return (IndicatorValue) IndicatorValue.read(text);
    }

    private static double perSecond(
            Detector detector, IndicatorMatcher matcher, List<byte[]> events) throws BadEvent {
        double best = 0;
        long until = CLOCK.getCurrentThreadCpuTime() + (long) (ROUND_SECONDS * 1e9);
        while (CLOCK.getCurrentThreadCpuTime() < until) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            for (byte[] event : events) {
                if (matcher != null) {
                    matcher.begin();
                }
                detector.judge(event);
                if (matcher != null) {
                    matcher.hits(NOW);
                }
            }
            double seconds = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9;
            best = Math.max(best, events.size() / seconds);
        }
        return best;
    }

    /** Each planted value in an event of its own. */
    private void found(Detector detector, IndicatorMatcher matcher, List<String> planted)
            throws BadEvent {
        int found = 0;
        for (String value : planted) {
            String event = "{\"Message\":\"seen: " + value.replace("/24", "") + ", twice\"}";
            matcher.begin();
            detector.judge(event.getBytes(StandardCharsets.UTF_8));
            found += matcher.hits(NOW).isEmpty() ? 0 : 1;
        }
        String all = "of %,d planted, found".formatted(planted.size());
        outcome.atLeast(all, found, planted.size(), "values");
    }
}
