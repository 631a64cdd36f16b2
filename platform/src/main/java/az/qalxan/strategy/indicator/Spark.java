package az.qalxan.strategy.indicator;

import az.qalxan.strategy.indicator.IndicatorReading.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small line without axes; where a value is unknown, it breaks.
 *
 * @param lines each as the points of a polyline
 * @param endX where the last known value stands; negative when there is none
 */
record Spark(List<String> lines, double endX, double endY) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;

    /** Periods that are drawn. */
    private static final int POINTS = 24;

    private static final double EDGE = 3;

    Spark {
        lines = List.copyOf(lines);
    }

    static Spark of(List<Point> history) {
        List<Point> points = history.subList(Math.max(0, history.size() - POINTS), history.size());
        double least = 0;
        double most = 0;
        for (Point point : points) {
            if (point.value() != null) {
                least = Math.min(least, point.value().doubleValue());
                most = Math.max(most, point.value().doubleValue());
            }
        }
        double span = most - least == 0 ? 1 : most - least;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double endX = -1;
        double endY = -1;
        for (int i = 0; i < points.size(); i++) {
            java.math.BigDecimal value = points.get(i).value();
            if (value == null) {
                finish(line, lines);
                continue;
            }
            endX = EDGE + (WIDTH - 2 * EDGE) * i / Math.max(1, points.size() - 1);
            endY = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value.doubleValue() - least) / span;
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", endX, endY));
        }
        finish(line, lines);
        return new Spark(lines, endX, endY);
    }

    private static void finish(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }

    String x() {
        return String.format(Locale.ROOT, "%.1f", endX);
    }

    String y() {
        return String.format(Locale.ROOT, "%.1f", endY);
    }
}
