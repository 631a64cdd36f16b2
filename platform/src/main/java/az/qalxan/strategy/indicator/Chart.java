package az.qalxan.strategy.indicator;

import az.qalxan.engines.forecast.Forecast;
import az.qalxan.engines.forecast.Step;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.strategy.indicator.IndicatorReading.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of an indicator's picture stands, in units of its view box.
 *
 * @param lines what was said, broken where it is unknown; points of polylines
 * @param unknowns where a value is unknown
 * @param target the height of the target line; null for none
 * @param ahead the line of what is expected; empty for none
 * @param band the outline of its interval; empty for none
 */
record Chart(
        List<Height> heights,
        List<Place> places,
        List<String> lines,
        List<Dot> dots,
        List<Place> unknowns,
        @Nullable Height target,
        String ahead,
        String band,
        String now) {

    static final int WIDTH = 720;
    static final int HEIGHT = 220;

    private static final int LABELS_MAX = 9;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    Chart {
        heights = List.copyOf(heights);
        places = List.copyOf(places);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
        unknowns = List.copyOf(unknowns);
    }

    /** Whether there is anything to draw. */
    boolean isEmpty() {
        return dots.isEmpty();
    }

    /** A height with the value that it stands for. */
    record Height(String y, double value) {}

    /** A place along the time. */
    record Place(String x, FigurePeriod period) {}

    /** A value; one that people entered is drawn otherwise. */
    record Dot(String x, String y, FigurePeriod period, BigDecimal value, boolean byHand) {}

    static Chart of(IndicatorReading reading, @Nullable Forecast forecast) {
        return new Drawing(reading, forecast).chart();
    }

    /** Draws one picture. */
    private static final class Drawing {

        private final List<Point> history;
        private final List<Step> steps;
        private final IndicatorReading reading;
        private final int places;
        private double least;
        private double most;

        Drawing(IndicatorReading reading, @Nullable Forecast forecast) {
            this.reading = reading;
            this.history = begun(reading.history());
            this.steps = forecast == null ? List.of() : forecast.steps();
            this.places = Math.max(2, history.size() + steps.size());
            history.forEach(point -> hold(point.value()));
            hold(reading.target());
            for (Step step : steps) {
                least = Math.min(least, step.low());
                most = Math.max(most, step.high());
            }
            if (most - least <= 0) {
                most = least + 1;
            }
        }

        /**
         * Without the time before the first known value, of which one period is left to show it.
         */
        private static List<Point> begun(List<Point> all) {
            int first = 0;
            while (first < all.size() && all.get(first).value() == null) {
                first++;
            }
            return first == all.size()
                    ? List.of()
                    : all.subList(Math.max(0, first - 1), all.size());
        }

        private void hold(@Nullable BigDecimal value) {
            if (value != null) {
                least = Math.min(least, value.doubleValue());
                most = Math.max(most, value.doubleValue());
            }
        }

        Chart chart() {
            double tick = tick((most - least) / 3);
            most = Math.ceil(most / tick) * tick;
            least = Math.floor(least / tick) * tick;
            List<Height> heights = new ArrayList<>();
            for (double value = least; value <= most + tick / 2; value += tick) {
                heights.add(new Height(y(value), value));
            }
            List<String> lines = new ArrayList<>();
            List<Dot> dots = new ArrayList<>();
            List<Place> unknowns = new ArrayList<>();
            said(lines, dots, unknowns);
            BigDecimal target = reading.target();
            return new Chart(
                    heights,
                    labels(),
                    lines,
                    dots,
                    unknowns,
                    target == null
                            ? null
                            : new Height(y(target.doubleValue()), target.doubleValue()),
                    ahead(),
                    band(),
                    steps.isEmpty() ? "" : x(history.size() - 1));
        }

        private void said(List<String> lines, List<Dot> dots, List<Place> unknowns) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < history.size(); i++) {
                Point point = history.get(i);
                BigDecimal value = point.value();
                if (value == null) {
                    finish(line, lines);
                    unknowns.add(new Place(x(i), point.period()));
                    continue;
                }
                String y = y(value.doubleValue());
                line.append(x(i)).append(',').append(y).append(' ');
                dots.add(new Dot(x(i), y, point.period(), value, point.byHand()));
            }
            finish(line, lines);
        }

        private static void finish(StringBuilder line, List<String> lines) {
            if (!line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
        }

        private List<Place> labels() {
            List<Place> labels = new ArrayList<>();
            if (history.isEmpty()) {
                return labels;
            }
            int each = (places + LABELS_MAX - 1) / LABELS_MAX;
            FigurePeriod first = history.getFirst().period();
            for (int i = 0; i < history.size() + steps.size(); i += each) {
                labels.add(new Place(x(i), first.before(-i)));
            }
            return labels;
        }

        /** From the last known value through what is expected. */
        private String ahead() {
            if (steps.isEmpty()) {
                return "";
            }
            StringBuilder line = new StringBuilder();
            start(line);
            for (int i = 0; i < steps.size(); i++) {
                line.append(x(history.size() + i))
                        .append(',')
                        .append(y(steps.get(i).point()))
                        .append(' ');
            }
            return line.toString().strip();
        }

        private void start(StringBuilder line) {
            BigDecimal last = history.isEmpty() ? null : history.getLast().value();
            if (last != null) {
                line.append(x(history.size() - 1))
                        .append(',')
                        .append(y(last.doubleValue()))
                        .append(' ');
            }
        }

        private String band() {
            StringBuilder outline = new StringBuilder();
            for (int i = 0; i < steps.size(); i++) {
                point(outline, i, steps.get(i).high());
            }
            for (int i = steps.size() - 1; i >= 0; i--) {
                point(outline, i, steps.get(i).low());
            }
            return outline.toString().strip();
        }

        private void point(StringBuilder outline, int step, double value) {
            outline.append(x(history.size() + step)).append(',').append(y(value)).append(' ');
        }

        private String x(int place) {
            return coordinate((double) WIDTH * place / (places - 1));
        }

        private String y(double value) {
            return coordinate(HEIGHT - HEIGHT * (value - least) / (most - least));
        }

        private static String coordinate(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }

        /** The next round number: 1, 2, 2.5 or 5 times a power of ten. */
        private static double tick(double about) {
            double power = Math.pow(10, Math.floor(Math.log10(about)));
            for (double round : ROUND) {
                if (round * power >= about) {
                    return round * power;
                }
            }
            return 10 * power;
        }
    }
}
