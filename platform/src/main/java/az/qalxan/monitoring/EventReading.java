package az.qalxan.monitoring;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.FormatEvents;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a sender hands over: lines, each an event or damaged. */
final class EventReading {

    /** A longer line is no event. */
    static final int EVENT_BYTES_MAX = 1 << 20;

    private final FormatEvents events;
    private final EventFormat format;

    EventReading(Source source) {
        events = new FormatEvents(source(source.taken()));
        format = format(source);
    }

    /** How the lines of the source are written. */
    static EventFormat format(Source source) {
        return Formats.of(source.format()).orElse(Formats.NDJSON);
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
     * @param line 1-based
     * @param at what the event says itself; null where it says nothing that can be read
     */
    record Read(int line, byte[] raw, @Nullable Instant at, List<Entity> entities) {}

    /**
     * A line that is no event.
     *
     * @param place which byte is wrong, from 1
     */
    record Damaged(int line, byte[] raw, int place, String problem) {}

    /** What a batch holds. */
    record Lines(List<Read> events, List<Damaged> damaged, int lines) {}

    Lines read(byte[] bytes) {
        List<Read> read = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        int line = 0;
        int from = 0;
        while (from < bytes.length) {
            int until = from;
            while (until < bytes.length && bytes[until] != '\n') {
                until++;
            }
            line++;
            if (!blank(bytes, from, until)) {
                one(Arrays.copyOfRange(bytes, from, end(bytes, from, until)), line, read, damaged);
            }
            from = until + 1;
        }
        return new Lines(read, damaged, line);
    }

    private static int end(byte[] bytes, int from, int until) {
        return until > from && bytes[until - 1] == '\r' ? until - 1 : until;
    }

    private static boolean blank(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void one(byte[] raw, int line, List<Read> read, List<Damaged> damaged) {
        if (raw.length > EVENT_BYTES_MAX) {
            String problem = "the line is longer than " + EVENT_BYTES_MAX + " bytes";
            damaged.add(new Damaged(line, raw, EVENT_BYTES_MAX, problem));
            return;
        }
        try {
            LogEvent event = events.read(format, raw, 0, raw.length).event();
            read.add(new Read(line, raw, EventMoment.of(event), Entities.of(event)));
        } catch (BadEvent e) {
            damaged.add(new Damaged(line, raw, e.place(), String.valueOf(e.getMessage())));
        }
    }

    /** The event that stored bytes are, with all its fields. */
    LogEvent event(byte[] raw) throws BadEvent {
        return events.read(format, raw, 0, raw.length).event();
    }
}
