package az.qalxan.command;

import az.qalxan.engines.evtx.Damage;
import az.qalxan.engines.evtx.EvtxReader;
import az.qalxan.engines.evtx.EvtxRecord;
import az.qalxan.engines.evtx.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one event log holds, in few lines for people. */
final class EvtxSummary {

    private static final int SHOWN_MAX = 10;
    private static final int DAMAGES_SHOWN_MAX = 50;

    /** A hostile log may name a new channel in every record. */
    private static final int DISTINCT_MAX = 1_000;

    private static final int NAME_LENGTH_MAX = 200;

    private final EvtxReader reader;
    private final Map<String, Long> channels = new HashMap<>();
    private final Map<String, Long> providers = new HashMap<>();
    private final Map<String, Long> computers = new HashMap<>();
    private long records;
    private long carved;
    private long leftovers;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    EvtxSummary(EvtxReader reader) {
        this.reader = reader;
    }

    /** Counts a record; what it says only when that is wanted. */
    void count(EvtxRecord record, boolean wholly) {
        records++;
        carved += record.standing() == Standing.CARVED ? 1 : 0;
        leftovers += record.standing() == Standing.LEFTOVER ? 1 : 0;
        if (!wholly) {
            return;
        }
        first = Math.min(first, record.id());
        last = Math.max(last, record.id());
        Instant written = record.written();
        earliest = written.isBefore(earliest) ? written : earliest;
        latest = written.isAfter(latest) ? written : latest;
        add(channels, record.channel());
        add(providers, record.provider());
        add(computers, record.computer());
    }

    private static void add(Map<String, Long> counts, String name) {
        String shown = name.isEmpty() ? "(not told)" : name;
        if (shown.length() > NAME_LENGTH_MAX) {
            shown = shown.substring(0, NAME_LENGTH_MAX) + "…";
        }
        if (counts.size() < DISTINCT_MAX || counts.containsKey(shown)) {
            counts.merge(shown, 1L, Long::sum);
        }
    }

    String text(Path file) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s: %,d records in %,d chunks, %,d bytes%s%n"
                        .formatted(file, records, reader.chunks(), reader.bytesRead(), state()));
        if (records > 0) {
            line(text, "time", earliest + " to " + latest);
            line(text, "numbers", first + " to " + last);
            line(text, "channels", most(channels));
            line(text, "providers", most(providers));
            line(text, "computers", most(computers));
        }
        if (carved + leftovers > 0) {
            line(text, "recovered", "%,d, and %,d leftovers".formatted(carved, leftovers));
        }
        if (reader.leftoversSkipped() > 0) {
            line(text, "left out", "%,d leftovers".formatted(reader.leftoversSkipped()));
        }
        line(
                text,
                "damages",
                reader.damageCount() == 0 ? "none" : "%,d".formatted(reader.damageCount()));
        reader.damages().stream()
                .limit(DAMAGES_SHOWN_MAX)
                .forEach(one -> text.append("    ").append(told(one)).append('\n'));
        return text.toString();
    }

    private String state() {
        return reader.header()
                .map(header ->
                        ", version "
                                + header.version()
                                + (header.dirty() ? ", not closed" : "")
                                + (header.full() ? ", full" : ""))
                .orElse(", no header");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-10s %s%n".formatted(name, safe(value)));
    }

    private static String most(Map<String, Long> counts) {
        String shown =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(SHOWN_MAX)
                        .map(one -> "%s (%,d)".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
        int more = counts.size() - SHOWN_MAX;
        return more > 0 ? shown + ", and %,d more".formatted(more) : shown;
    }

    static String told(Damage damage) {
        return safe(
                "at %,d, %,d bytes, %s: %s"
                        .formatted(
                                damage.offset(),
                                damage.bytes(),
                                thing(damage.kind()),
                                damage.why()));
    }

    private static String thing(Damage.Kind kind) {
        return switch (kind) {
            case FILE_HEADER -> "file header";
            case CHUNK_HEADER -> "chunk header";
            case CHUNK_RECORDS -> "records of a chunk";
            case RECORD -> "record";
            case EVENT -> "event in a record";
            case TRUNCATED -> "end of the file";
        };
    }

    /** Without what a terminal would obey. */
    private static String safe(String foreign) {
        return foreign.replaceAll("[\\p{Cc}\\p{Cf}]", "");
    }
}
