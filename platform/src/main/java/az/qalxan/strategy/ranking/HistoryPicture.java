package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Published scores over the years as a drawing, every scale being a hundred; what is expected now
 * stands at its right end as a bar. What has no score stands in the table alone.
 *
 * @param years with the place of their first day
 */
record HistoryPicture(List<Year> years, List<Line> lines) {

    static final int WIDTH = 780;
    static final int HEIGHT = 300;
    static final int LEFT = 44;
    static final int RIGHT = 84;
    static final int TOP = 14;
    static final int BOTTOM = 30;
    private static final double HUNDRED = 100;
    private static final int LABEL_APART = 15;

    HistoryPicture {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
    }

    /** A year's beginning. */
    record Year(int year, double x) {}

    /** A published score. */
    record Dot(double x, double y, Published published) {}

    /**
     * One ranking.
     *
     * @param order from 1, for its look
     * @param path through its dots, as SVG writes points
     * @param labelY where its name stands
     */
    record Line(
            Ranking ranking,
            int order,
            List<Dot> dots,
            String path,
            @Nullable Bar expected,
            double labelY) {

        Line {
            dots = List.copyOf(dots);
        }
    }

    /** What is expected, from at least to at most; the single figure under an assumption. */
    record Bar(double x, double top, double bottom, @Nullable Double assumed) {}

    static int plotRight() {
        return WIDTH - RIGHT;
    }

    static double y(double percent) {
        return HEIGHT - BOTTOM - percent / HUNDRED * (HEIGHT - TOP - BOTTOM);
    }

    static HistoryPicture of(Board board, List<Scored> current) {
        LocalDate first =
                board.results().stream()
                        .map(Published::on)
                        .min(LocalDate::compareTo)
                        .orElse(board.today().minusYears(1))
                        .withDayOfYear(1);
        Scale scale = new Scale(first, board.today().plusYears(1).withDayOfYear(1));
        List<Year> years = new ArrayList<>();
        for (int year = first.getYear(); year <= board.today().getYear(); year++) {
            years.add(new Year(year, scale.x(LocalDate.of(year, 1, 1))));
        }
        List<Line> lines = new ArrayList<>();
        for (Scored one : current) {
            lines.add(line(board, one, lines.size() + 1, scale));
        }
        return new HistoryPicture(years, apart(lines));
    }

    private record Scale(LocalDate from, LocalDate to) {

        double x(LocalDate day) {
            double whole = ChronoUnit.DAYS.between(from, to);
            double part = ChronoUnit.DAYS.between(from, day);
            return LEFT + part / whole * (plotRight() - LEFT);
        }
    }

    private static Line line(Board board, Scored one, int order, Scale scale) {
        List<Dot> dots = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (Published published : board.results(one.ranking())) {
            @Nullable Double score = published.score();
            if (score != null) {
                double of =
                        one.ranking()
                                .edition(published.edition())
                                .map(RankingEdition::scale)
                                .orElse((int) HUNDRED);
                Dot dot = new Dot(scale.x(published.on()), y(score * HUNDRED / of), published);
                dots.add(dot);
                path.append(round(dot.x())).append(',').append(round(dot.y())).append(' ');
            }
        }
        @Nullable Bar bar = bar(one, scale.x(board.today()) + (order - 2) * 9);
        double label =
                bar != null && bar.assumed() != null
                        ? bar.assumed()
                        : dots.isEmpty() ? y(0) : dots.getLast().y();
        return new Line(one.ranking(), order, dots, path.toString().strip(), bar, label);
    }

    private static @Nullable Bar bar(Scored one, double x) {
        if (!(one.total() instanceof Estimate.Range range) || range.of() <= 0) {
            return null;
        }
        double percent = HUNDRED / range.of();
        return new Bar(
                x,
                y(range.high() * percent),
                y(range.low() * percent),
                Optional.ofNullable(range.assumed())
                        .map(assumed -> y(assumed.value() * percent))
                        .orElse(null));
    }

    /** Moves names down that would stand on each other. */
    private static List<Line> apart(List<Line> lines) {
        List<Line> sorted =
                lines.stream()
                        .sorted((one, other) -> Double.compare(one.labelY(), other.labelY()))
                        .toList();
        List<Line> moved = new ArrayList<>();
        double last = TOP - LABEL_APART;
        for (Line one : sorted) {
            last = Math.max(one.labelY(), last + LABEL_APART);
            moved.add(
                    new Line(
                            one.ranking(),
                            one.order(),
                            one.dots(),
                            one.path(),
                            one.expected(),
                            last));
        }
        return moved;
    }

    static String round(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
