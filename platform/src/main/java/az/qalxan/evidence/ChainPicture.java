package az.qalxan.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain of custody drawn against time: a row for each holder, a bar for as long as they held
 * the exhibit, a mark for each thing that happened. Units are those of the picture's box.
 *
 * @param ticks the moments that are written below
 */
record ChainPicture(
        List<Row> rows, List<Bar> bars, List<Mark> marks, List<Tick> ticks, int height) {

    static final int WIDTH = 1_000;
    private static final int LABELS = 250;
    private static final int ROW = 34;
    private static final int TOP = 10;
    private static final int BELOW = 30;
    private static final int ROWS_MAX = 30;

    ChainPicture {
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
        ticks = List.copyOf(ticks);
    }

    /** A holder by name; {@code body} is a code, empty when there is none. */
    record Row(String name, String body, int y) {}

    /** Somebody held it so long. */
    record Bar(int x, int y, int width, boolean current) {}

    /** Something happened while somebody held it; {@code bad} when it should not have. */
    record Mark(CustodyEvent event, int x, int y, boolean bad) {}

    /** A moment on the axis; {@code last} stands at the right end. */
    record Tick(Instant at, int x, boolean last) {}

    boolean isEmpty() {
        return bars.isEmpty();
    }

    /** What of the chain changes hands: such links name the new holder. */
    static boolean handsOver(CustodyEvent event) {
        return event.details().containsKey("holder");
    }

    static boolean bad(CustodyEvent event) {
        return switch (event.kind()) {
            case "damaged", "missing", "seal-broken" -> true;
            default -> false;
        };
    }

    static ChainPicture of(CustodyRecord chain, Instant now) {
        List<CustodyEvent> events = chain.events();
        if (events.isEmpty() || !handsOver(events.getFirst())) {
            return new ChainPicture(List.of(), List.of(), List.of(), List.of(), 0);
        }
        return new Drawing(new Scale(events.getFirst().at(), now), now).draw(events);
    }

    private record Scale(Instant from, Instant until) {

        int at(Instant moment) {
            long whole = Math.max(1, Duration.between(from, until).toSeconds());
            long passed = Math.clamp(Duration.between(from, moment).toSeconds(), 0, whole);
            return LABELS + (int) (passed * (WIDTH - LABELS - 10) / whole);
        }
    }

    /** Goes along the chain once. */
    private static final class Drawing {

        private final Scale scale;
        private final Instant now;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private final List<Bar> bars = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        Drawing(Scale scale, Instant now) {
            this.scale = scale;
            this.now = now;
        }

        ChainPicture draw(List<CustodyEvent> events) {
            Row row = new Row("", "", TOP);
            Instant since = events.getFirst().at();
            for (CustodyEvent event : events) {
                if (handsOver(event)) {
                    if (!row.name().isEmpty()) {
                        bar(row, since, event.at(), false);
                    }
                    row = row(event);
                    since = event.at();
                }
                marks.add(new Mark(event, scale.at(event.at()), row.y() + ROW / 2 - 4, bad(event)));
            }
            bar(row, since, now, true);
            int height = TOP + rows.size() * ROW + BELOW;
            return new ChainPicture(
                    List.copyOf(rows.values()),
                    bars,
                    marks,
                    List.of(
                            new Tick(scale.from(), LABELS, false),
                            new Tick(scale.until(), WIDTH - 10, true)),
                    height);
        }

        private Row row(CustodyEvent event) {
            String name = event.details().getOrDefault("holder", "");
            String body = event.details().getOrDefault("holder-body", "");
            int place = Math.min(rows.size(), ROWS_MAX - 1);
            return rows.computeIfAbsent(
                    name + "\n" + body, key -> new Row(name, body, TOP + place * ROW));
        }

        private void bar(Row row, Instant from, Instant until, boolean current) {
            int x = scale.at(from);
            bars.add(new Bar(x, row.y(), Math.max(3, scale.at(until) - x), current));
        }
    }
}
