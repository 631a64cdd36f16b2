package az.qalxan.monitoring.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When what was found: a lane for each alert, a dot for each finding, from left to right in time.
 *
 * @param dots at most {@link FindingLines#ROWS_MAX}
 * @param marks the ends of the time that is drawn
 */
record Lanes(List<Lane> lanes, List<Dot> dots, List<Mark> marks, int height) {

    static final int WIDTH = 900;
    static final int LEFT = 190;
    static final int ROW = 30;
    static final int LANES_MAX = 24;
    private static final int TOP = 18;
    private static final int MARKS = 4;
    private static final int LABEL_CHARS = 26;

    Lanes {
        lanes = List.copyOf(lanes);
        dots = List.copyOf(dots);
        marks = List.copyOf(marks);
    }

    /** A row of the picture. */
    record Lane(String label, String whole, int y) {}

    /** A finding. */
    record Dot(int x, int y, FindingLines.Line line) {

        /** The graver, the larger. */
        int radius() {
            return 3 + line.level();
        }
    }

    /** A moment under the picture. */
    record Mark(int x, Instant at) {

        /** A class of the style sheet: words at an end stay within the picture. */
        String anchor() {
            return x < LEFT + 100 ? "first" : x > WIDTH - 100 ? "last" : "";
        }
    }

    static Lanes of(List<Alert> alerts, List<FindingLines.Line> lines) {
        List<Alert> drawn = alerts.stream().limit(LANES_MAX).toList();
        Map<UUID, Integer> rows = new LinkedHashMap<>();
        List<Lane> lanes = new ArrayList<>();
        for (Alert alert : drawn) {
            int y = TOP + rows.size() * ROW;
            rows.put(alert.id(), y);
            lanes.add(new Lane(shortened(alert.entity().value()), alert.entity().value(), y));
        }
        List<FindingLines.Line> shown =
                lines.stream().filter(one -> rows.containsKey(one.alert())).toList();
        int height = TOP + rows.size() * ROW + 24;
        if (shown.isEmpty()) {
            return new Lanes(lanes, List.of(), List.of(), height);
        }
        Instant first = shown.getFirst().at();
        Instant last = shown.getLast().at();
        List<Dot> dots = new ArrayList<>();
        for (FindingLines.Line line : shown) {
            int y = java.util.Objects.requireNonNull(rows.get(line.alert()));
            dots.add(new Dot(place(line.at(), first, last), y, line));
        }
        return new Lanes(lanes, dots, marks(first, last), height);
    }

    private static int place(Instant at, Instant first, Instant last) {
        long whole = Math.max(1, Duration.between(first, last).toMillis());
        long part = Duration.between(first, at).toMillis();
        return LEFT + 16 + (int) (part * (WIDTH - LEFT - 32) / whole);
    }

    private static List<Mark> marks(Instant first, Instant last) {
        List<Mark> marks = new ArrayList<>();
        Duration whole = Duration.between(first, last);
        for (int i = 0; i <= MARKS; i++) {
            Instant at = first.plus(whole.multipliedBy(i).dividedBy(MARKS));
            marks.add(new Mark(place(at, first, last), at));
            if (whole.isZero()) {
                break;
            }
        }
        return marks;
    }

    static String shortened(String label) {
        return label.length() <= LABEL_CHARS ? label : label.substring(0, LABEL_CHARS - 1) + "…";
    }
}
