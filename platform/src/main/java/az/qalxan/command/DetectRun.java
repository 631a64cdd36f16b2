package az.qalxan.command;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.evtx.EvtxReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final CorrelationRun correlations;
    private final ExecutorService workers;
    private final ThreadLocal<Detector> detectors;
    private final Deque<Future<Block>> waiting = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long lines;
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

    DetectRun(DetectionEngine engine, CorrelationPlan plan, int threads, Outputs outputs) {
        this.threads = threads;
        correlations = new CorrelationRun(plan, outputs.findings());
        this.outputs = outputs;
        workers = Executors.newFixedThreadPool(threads);
        detectors = ThreadLocal.withInitial(engine::detector);
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
        Detector detector = detectors.get();
        Block block = new Block(correlations.begin());
        long line = before;
        int from = 0;
        while (from < length) {
            int until = from;
            while (until < length && bytes[until] != '\n') {
                until++;
            }
            line++;
            if (!blank(bytes, from, until)) {
                one(detector, block, new Line(bytes, from, until, line));
            }
            from = until + 1;
        }
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

    private void one(Detector detector, Block block, Line line) throws IOException {
        try {
            block.events++;
            List<Finding> found = detector.judge(line.bytes(), line.from(), line.until());
            correlations.tell(block.told, detector, found, line.number());
            for (Finding finding : found) {
                if (correlations.silenced(finding.rule())) {
                    continue;
                }
                block.found++;
                block.findings.write(written(finding, line.number()));
                block.findings.write('\n');
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
        for (MatchedValue value : finding.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", value.field());
            one.put("value", value.value());
            one.put("span", List.of(value.span().from(), value.span().until()));
            values.add(one);
        }
        entry.put("matched", values);
        return JsonMapper.shared().writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
    }

    private void write(Future<Block> future) throws IOException, InterruptedException {
        Block block;
        try {
            block = future.get();
        } catch (ExecutionException e) {
            throw new IOException("a block of events could not be judged", e.getCause());
        }
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
        shown.forEach(one -> told.add("  damaged: " + one));
        return told;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
