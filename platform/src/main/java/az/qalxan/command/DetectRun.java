package az.qalxan.command;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.MatchedValue;
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
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges many events with several threads, in blocks of lines; writes findings in the order of the
 * events.
 */
final class DetectRun implements AutoCloseable {

    private static final int BLOCK_BYTES = 1 << 20;

    /** A longer line is no event. */
    private static final int LINE_BYTES_MAX = 16 << 20;

    private static final int SHOWN_MAX = 5;

    private final int threads;
    private final Outputs outputs;
    private final ExecutorService workers;
    private final ThreadLocal<Judge> judges;
    private final Instant now;
    private final Deque<Future<Block>> waiting = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long lines;
    private long events;
    private long findings;
    private long damaged;
    private long shed;
    private long bytes;

    /** Where findings go, and where lines that are no events. */
    record Outputs(OutputStream findings, OutputStream damaged) {}

    /** What came of a block. */
    private static final class Block {
        final ByteArrayOutputStream findings = new ByteArrayOutputStream();
        final ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        final List<String> shown = new ArrayList<>();
        int events;
        int found;
        int bad;
        long shed;
    }

    /** What events are judged by. */
    record Knowledge(DetectionEngine engine, LiveIndicators indicators) {

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
        this.outputs = outputs;
        this.now = now;
        workers = Executors.newFixedThreadPool(threads);
        judges = ThreadLocal.withInitial(knowledge::judge);
    }

    /** Judges one JSON object a line; empty lines are passed over. */
    void lines(InputStream in) throws IOException, InterruptedException {
        byte[] buffer = new byte[BLOCK_BYTES];
        int filled = 0;
        while (true) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
            int end = lastLine(buffer, filled);
            if (end == 0 && filled == buffer.length) {
                if (filled >= LINE_BYTES_MAX) {
                    throw new IOException(
                            "line " + (lines + 1) + " is longer than " + LINE_BYTES_MAX + " bytes");
                }
                buffer = Arrays.copyOf(buffer, 2 * filled);
            } else if (end > 0 && filled == buffer.length) {
                judge(buffer, end);
                byte[] next = new byte[BLOCK_BYTES + filled - end];
                System.arraycopy(buffer, end, next, 0, filled - end);
                filled -= end;
                buffer = next;
            }
        }
        judge(buffer, filled);
    }

    private static int lastLine(byte[] buffer, int filled) {
        int end = filled;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Judges the records of an event log; the number of a record stands for that of a line. */
    void evtx(Path file) throws IOException, InterruptedException {
        try (EvtxReader reader = EvtxReader.open(file)) {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            while (reader.next()) {
                reader.record().writeJson(block);
                block.write('\n');
                if (block.size() > BLOCK_BYTES) {
                    judge(block.toByteArray(), block.size());
                    block.reset();
                }
            }
            judge(block.toByteArray(), block.size());
            reader.damages().stream().limit(SHOWN_MAX).forEach(one -> shown.add(one.toString()));
            damaged += reader.damageCount();
        }
    }

    private void judge(byte[] block, int length) throws IOException, InterruptedException {
        if (length == 0) {
            return;
        }
        long before = lines;
        for (int i = 0; i < length; i++) {
            lines += block[i] == '\n' ? 1 : 0;
        }
        bytes += length;
        waiting.add(workers.submit(() -> judged(block, length, before)));
        if (waiting.size() > 2 * threads) {
            write(waiting.remove());
        }
    }

    private Block judged(byte[] bytes, int length, long before) throws IOException {
        Judge judge = judges.get();
        long shedBefore = judge.matcher().shed();
        Block block = new Block();
        long line = before;
        int from = 0;
        while (from < length) {
            int until = from;
            while (until < length && bytes[until] != '\n') {
                until++;
            }
            line++;
            if (!blank(bytes, from, until)) {
                one(judge, block, new Line(bytes, from, until, line));
            }
            from = until + 1;
        }
        block.shed = judge.matcher().shed() - shedBefore;
        return block;
    }

    private record Line(byte[] bytes, int from, int until, long number) {}

    private static boolean blank(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void one(Judge judge, Block block, Line line) throws IOException {
        try {
            block.events++;
            judge.matcher().begin();
            Detector detector = judge.detector();
            for (Finding finding : detector.judge(line.bytes(), line.from(), line.until())) {
                block.found++;
                block.findings.write(written(finding, line.number()));
                block.findings.write('\n');
            }
            if (judge.matcher().found()) {
                hits(judge, block, line);
            }
        } catch (BadEvent e) {
            block.events--;
            block.bad++;
            block.damaged.write(line.bytes(), line.from(), line.until() - line.from());
            block.damaged.write('\n');
            if (block.shown.size() < SHOWN_MAX) {
                int place = e.place() - line.from();
                block.shown.add(
                        "line %d, byte %d: %s".formatted(line.number(), place, e.getMessage()));
            }
        }
    }

    private void hits(Judge judge, Block block, Line line) throws IOException {
        Instant at = Objects.requireNonNullElse(judge.detector().at(), now);
        for (IndicatorHit hit : judge.matcher().hits(at)) {
            block.found++;
            block.findings.write(WrittenHit.of(hit, line.number()));
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
        block.findings.writeTo(outputs.findings());
        block.damaged.writeTo(outputs.damaged());
        events += block.events;
        findings += block.found;
        damaged += block.bad;
        shed += block.shed;
        block.shown.stream().limit(Math.max(0, SHOWN_MAX - shown.size())).forEach(shown::add);
    }

    /** Waits for everything that was given. */
    void finish() throws IOException, InterruptedException {
        while (!waiting.isEmpty()) {
            write(waiting.remove());
        }
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
