package az.qalxan.command;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.format.EventBlock;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventStream;
import az.qalxan.engines.detection.format.EvtxEvent;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.detection.indicator.IndicatorHit;
import az.qalxan.engines.detection.indicator.IndicatorMatcher;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import az.qalxan.engines.evtx.EvtxReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges many events with several threads, in blocks; writes findings in the order of the events.
 */
final class DetectRun implements AutoCloseable {

    private static final int BLOCK_BYTES = 1 << 20;

    private static final int SHOWN_MAX = 5;

    private final int threads;
    private final Outputs outputs;
    private final CorrelationRun correlations;
    private final ExecutorService workers;
    private final ThreadLocal<Judge> judges;
    private final Queue<IndicatorMatcher> matchers = new ConcurrentLinkedQueue<>();
    private final Instant now;
    private final Deque<Future<Block>> waiting = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long events;
    private long findings;
    private long damaged;
    private long bytes;

    /** Where findings go, and where lines that are no events. */
    record Outputs(OutputStream findings, OutputStream damaged) {}

    /** What came of a block. */
    private static final class Block {
        final ByteArrayOutputStream findings = new ByteArrayOutputStream();
        final ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        final List<String> shown = new ArrayList<>();
        final CorrelationRun.Told told;
        int events;
        int found;
        int bad;

        Block(CorrelationRun.Told told) {
            this.told = told;
        }
    }

    /** What events are judged by. */
    record Knowledge(DetectionEngine engine, CorrelationPlan plan, LiveIndicators indicators) {

        private Judge judge() {
            IndicatorMatcher matcher = new IndicatorMatcher(indicators);
            boolean none = indicators.now().count() == 0;
            return new Judge(none ? engine.detector() : engine.detector(matcher), matcher);
        }
    }

    /** What one thread judges with. */
    private record Judge(Detector detector, IndicatorMatcher matcher) {}

    /**
     * @param now stands for the time of events that do not say theirs
     */
    DetectRun(Knowledge knowledge, int threads, Outputs outputs, Instant now) {
        this.threads = threads;
        correlations = new CorrelationRun(knowledge.plan(), outputs.findings());
        this.outputs = outputs;
        this.now = now;
        workers = Executors.newFixedThreadPool(threads);
        judges = ThreadLocal.withInitial(() -> judge(knowledge));
    }

    private Judge judge(Knowledge knowledge) {
        Judge judge = knowledge.judge();
        matchers.add(judge.matcher());
        return judge;
    }

    /** Judges the events of a stream in a format, or in that which its bytes tell. */
    void stream(EventFormat format, InputStream in) throws IOException, InterruptedException {
        EventStream stream = new EventStream(format, in);
        for (EventBlock block = stream.next(); block != null; block = stream.next()) {
            EventBlock next = block;
            bytes += block.bytes().length;
            waiting.add(workers.submit(() -> judged(next)));
            if (waiting.size() > 2 * threads) {
                write(waiting.remove());
            }
        }
    }

    /** Judges the records of an event log; the number of a record stands for that of a line. */
    void evtx(Path file) throws IOException, InterruptedException {
        try (EvtxReader reader = EvtxReader.open(file)) {
            EvtxEvent event = new EvtxEvent(reader.record());
            Judge judge = judges.get();
            Block block = new Block(correlations.begin());
            for (long number = 1; reader.next(); number++) {
                bytes += reader.record().bytes();
                block.events++;
                try {
                    judge.matcher().begin();
                    List<Finding> found = judge.detector().judge(Formats.NDJSON, event);
                    found(judge, block, found, number);
                } catch (BadEvent e) {
                    // The reader counts it and says why.
                    block.events--;
                    block.damaged.write(reader.record().json());
                    block.damaged.write('\n');
                }
                if (block.findings.size() > BLOCK_BYTES) {
                    write(block);
                    block = new Block(correlations.begin());
                }
            }
            write(block);
            reader.damages().stream().limit(SHOWN_MAX).forEach(one -> shown.add(one.toString()));
            damaged += reader.damageCount();
        }
    }

    private Block judged(EventBlock events) throws IOException {
        Judge judge = judges.get();
        Block block = new Block(correlations.begin());
        for (int i = 0; i < events.count(); i++) {
            try {
                if (!events.problem(i).isEmpty()) {
                    throw new BadEvent(events.from(i) + 1, events.problem(i));
                }
                judge.matcher().begin();
                List<Finding> found =
                        judge.detector()
                                .judge(
                                        events.format(),
                                        events.bytes(),
                                        events.from(i),
                                        events.until(i));
                block.events++;
                found(judge, block, found, events.number(i));
            } catch (BadEvent e) {
                bad(block, events, i, e);
            }
        }
        return block;
    }

    private void found(Judge judge, Block block, List<Finding> found, long number)
            throws IOException {
        correlations.tell(block.told, judge.detector(), found, number);
        for (Finding finding : found) {
            if (!correlations.silenced(finding.rule())) {
                block.found++;
                block.findings.write(written(finding, number));
                block.findings.write('\n');
            }
        }
        if (judge.matcher().found()) {
            hits(judge, block, number);
        }
    }

    private static void bad(Block block, EventBlock events, int event, BadEvent e) {
        int from = events.from(event);
        block.bad++;
        block.damaged.write(events.bytes(), from, events.until(event) - from);
        block.damaged.write('\n');
        if (block.shown.size() < SHOWN_MAX) {
            int place = e.place() - from;
            block.shown.add(
                    "line %d, byte %d: %s".formatted(events.number(event), place, e.getMessage()));
        }
    }

    private void hits(Judge judge, Block block, long number) throws IOException {
        Instant at = Objects.requireNonNullElse(judge.detector().at(), now);
        for (IndicatorHit hit : judge.matcher().hits(at)) {
            block.found++;
            block.findings.write(WrittenHit.of(hit, number));
            block.findings.write('\n');
        }
    }

    private static byte[] written(Finding finding, long line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", line);
        entry.put("rule_id", finding.rule().id());
        entry.put("level", finding.rule().level().name().toLowerCase(Locale.ROOT));
        entry.put("title", finding.rule().title());
        entry.put("author", finding.rule().author());
        entry.put("license", finding.rule().license());
        entry.put("tags", finding.rule().tags());
        List<Map<String, Object>> values = new ArrayList<>();
        finding.values().forEach(value -> values.add(written(value)));
        entry.put("matched", values);
        return JsonMapper.shared().writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, Object> written(MatchedValue value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("field", value.field());
        one.put("value", value.value());
        one.put("span", List.of(value.span().from(), value.span().until()));
        return one;
    }

    private void write(Future<Block> future) throws IOException, InterruptedException {
        Block block;
        try {
            block = future.get();
        } catch (ExecutionException e) {
            throw new IOException("a block of events could not be judged", e.getCause());
        }
        write(block);
    }

    private void write(Block block) throws IOException {
        block.findings.writeTo(outputs.findings());
        correlations.take(block.told);
        block.damaged.writeTo(outputs.damaged());
        events += block.events;
        findings += block.found;
        damaged += block.bad;
        block.shown.stream().limit(Math.max(0, SHOWN_MAX - shown.size())).forEach(shown::add);
    }

    /** Waits for everything that was given. */
    void finish() throws IOException, InterruptedException {
        while (!waiting.isEmpty()) {
            write(waiting.remove());
        }
        correlations.finish();
        outputs.findings().flush();
        outputs.damaged().flush();
    }

    long damaged() {
        return damaged;
    }

    /** What was done, and how fast. */
    List<String> summary() {
        double seconds = Math.max(1e-9, (System.nanoTime() - begun) / 1e9);
        List<String> told = new ArrayList<>();
        told.add(
                "%,d events, %,d findings, %,d damaged; %.2f s, %,.0f events/s, %,.0f MB/s"
                        .formatted(
                                events,
                                findings,
                                damaged,
                                seconds,
                                events / seconds,
                                bytes / seconds / 1e6));
        told.addAll(correlations.summary());
        long shed = matchers.stream().mapToLong(IndicatorMatcher::shed).sum();
        if (shed > 0) {
            told.add("  %,d hits of indicators left out: too many in one event".formatted(shed));
        }
        shown.forEach(one -> told.add("  damaged: " + one));
        return told;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
