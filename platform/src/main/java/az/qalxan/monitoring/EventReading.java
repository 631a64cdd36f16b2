package az.qalxan.monitoring;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.EventTimes;
import az.qalxan.engines.detection.FormatEvents;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.format.EventBlock;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventStream;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.web.ProblemFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a sender hands over, and what was stored of it, in the format of the source. Of tables
 * whose columns are named once in front (Zeek, W3C) each event is stored with those lines, so that
 * it can be read alone. For one thread.
 */
final class EventReading {

    /** A longer event is none. */
    static final int EVENT_BYTES_MAX = 1 << 20;

    /** Damaged lines of a batch that are kept for repair; all are counted. */
    static final int DAMAGED_KEPT_MAX = 100;

    /** More is not held of one batch, its tables' heads with every event. */
    private static final long KEPT_BYTES_MAX = 64L << 20;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final FormatEvents events;
    private final EventFormat format;
    private byte[] head = {};
    private EventFormat headed;

    EventReading(Source source) {
        events = new FormatEvents(source(source.taken()));
        format = Formats.of(source.format()).orElse(Formats.AUTO);
        headed = format;
    }

    static EventSource source(Source.LogOrigin origin) {
        return new EventSource(origin.product(), words(origin.category()), words(origin.service()));
    }

    private static Set<String> words(String word) {
        return word.isEmpty() ? Set.of() : Set.of(word);
    }

    /**
     * An event of a batch.
     *
     * @param line on which it begins, from 1
     * @param at what the event says itself; null where it says nothing that can be read
     */
    record Read(int line, byte[] raw, @Nullable Instant at, List<Entity> entities) {}

    /**
     * Bytes that are no event.
     *
     * @param place which of them is wrong, from 1
     */
    record Damaged(int line, byte[] raw, int place, String problem) {}

    /**
     * What a batch holds.
     *
     * @param damaged those that are kept for repair
     * @param damages how many lines are damaged
     */
    record Lines(List<Read> events, List<Damaged> damaged, int damages, int lines) {}

    /** What was read of a batch so far, bounded. */
    private static final class Gathering {

        private final List<Read> events = new ArrayList<>();
        private final List<Damaged> damaged = new ArrayList<>();
        private int damages;
        private long bytes;

        void event(Read event) {
            events.add(event);
            more(event.raw().length);
        }

        void damaged(int line, byte[] raw, int place, String problem) {
            damages++;
            boolean kept = damaged.size() < DAMAGED_KEPT_MAX;
            if (kept) {
                damaged.add(new Damaged(line, raw, place, problem));
            }
            more(kept ? raw.length : 0);
        }

        private void more(int length) {
            bytes += length;
            if (bytes > KEPT_BYTES_MAX || events.size() + damages > EventIntake.BATCH_EVENTS_MAX) {
                throw EventIntake.tooMany();
            }
        }
    }

    /**
     * Reads a batch.
     *
     * @throws ProblemFound as soon as it holds more than is taken at once
     */
    Lines read(byte[] bytes) {
        Gathering lines = new Gathering();
        TableHeads heads = TableHeads.of(bytes);
        EventStream stream = new EventStream(format, new ByteArrayInputStream(bytes));
        try {
            for (EventBlock block = stream.next(); block != null; block = stream.next()) {
                for (int i = 0; i < block.count(); i++) {
                    one(block, i, heads, lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return new Lines(lines.events, lines.damaged, lines.damages, count(bytes));
    }

    private static int count(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            lines += bytes[i] == '\n' || i == bytes.length - 1 ? 1 : 0;
        }
        return lines;
    }

    private void one(EventBlock block, int event, TableHeads heads, Gathering lines) {
        int line = Math.toIntExact(block.number(event));
        int end = end(block.bytes(), block.from(event), block.until(event));
        byte[] raw = Arrays.copyOfRange(block.bytes(), block.from(event), end);
        if (!block.problem(event).isEmpty()) {
            lines.damaged(line, raw, 1, block.problem(event));
        } else if (heads.tooLong(line)) {
            String problem =
                    "the lines that name its columns are longer than "
                            + TableHeads.BYTES_MAX
                            + " bytes";
            lines.damaged(line, raw, 1, problem);
        } else if (raw.length > EVENT_BYTES_MAX) {
            String problem = "it is longer than " + EVENT_BYTES_MAX + " bytes";
            lines.damaged(line, raw, EVENT_BYTES_MAX, problem);
        } else {
            try {
                LogEvent read = events.read(block.format(), raw, 0, raw.length).event();
                byte[] kept = heads.with(line, raw);
                lines.event(new Read(line, kept, at(read), Entities.of(read)));
            } catch (BadEvent e) {
                lines.damaged(line, raw, e.place(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static int end(byte[] bytes, int from, int until) {
        int end = until;
        while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
            end--;
        }
        return end;
    }

    private static @Nullable Instant at(LogEvent event) {
        @Nullable Instant at = EventTimes.of(event);
        return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(LAST) ? null : at;
    }

    /** Where in stored bytes the event is, and how it is written there. */
    record Stored(EventFormat format, int from, int until) {}

    Stored stored(byte[] raw) {
        int from = TableHeads.end(raw);
        if (from == 0) {
            return new Stored(format, 0, raw.length);
        }
        if (from != head.length || !Arrays.equals(raw, 0, from, head, 0, from)) {
            headed = headed(raw);
            head = Arrays.copyOf(raw, from);
        }
        return new Stored(headed, from, raw.length);
    }

    private EventFormat headed(byte[] raw) {
        try {
            EventBlock block = new EventStream(format, new ByteArrayInputStream(raw)).next();
            return block == null ? format : block.format();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    /** The event that stored bytes are, with all its fields. */
    LogEvent event(byte[] raw) throws BadEvent {
        Stored stored = stored(raw);
        return events.read(stored.format(), raw, stored.from(), stored.until()).event();
    }
}
