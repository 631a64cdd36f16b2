package az.qalxan.command;

import az.qalxan.engines.linking.record.Linkage;
import java.util.List;
import java.util.Locale;

/** A histogram of scores as an SVG picture, counts on a logarithmic scale. */
final class ScoreHistogram {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 340;
    private static final int LEFT = 92;
    private static final int BOTTOM = 290;
    private static final int TOP = 24;
    private static final int LABELLED_EVERY = 10;

    private final List<Linkage.Bar> bars;
    private final double threshold;
    private final double decades;
    private final double step;
    private final StringBuilder svg = new StringBuilder();

    ScoreHistogram(List<Linkage.Bar> bars, double threshold) {
        this.bars = bars;
        this.threshold = threshold;
        long most = bars.stream().mapToLong(Linkage.Bar::pairs).max().orElse(1);
        this.decades = Math.max(1, Math.ceil(Math.log10(most + 1.0)));
        this.step = (WIDTH - LEFT - 10.0) / Math.max(1, bars.size());
    }

    String svg() {
        svg.setLength(0);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\""
                                .formatted(WIDTH, HEIGHT)
                        + " width=\"%d\" height=\"%d\" font-family=\"system-ui, sans-serif\""
                                .formatted(WIDTH, HEIGHT)
                        + " font-size=\"13\">");
        svg.append("<title>Compared pairs by their odds in bits</title>");
        scale();
        for (int i = 0; i < bars.size(); i++) {
            bar(i);
        }
        threshold();
        legend();
        return svg.append("</svg>").toString();
    }

    private void scale() {
        for (int decade = 0; decade <= decades; decade++) {
            double y = y(Math.pow(10, decade));
            line(LEFT, y, WIDTH - 10.0, y, "#d0d7de");
            text(
                    LEFT - 8.0,
                    y + 4,
                    "end",
                    String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade)));
        }
        text(WIDTH / 2.0, HEIGHT - 8.0, "middle", "odds in bits");
        text(8, 14, "start", "pairs");
    }

    private void bar(int i) {
        Linkage.Bar bar = bars.get(i);
        double x = LEFT + i * step;
        if (bar.pairs() > 0) {
            boolean taken = bar.from() >= threshold;
            double top = y(bar.pairs() + 1.0);
            String label =
                    i == 0
                            ? "below " + whole(bar.to())
                            : whole(bar.from()) + " to " + whole(bar.to());
            svg.append(
                    String.format(
                            Locale.ROOT,
                            """
                            <rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s">\
                            <title>%s bits: %,d pairs, %.1f expected right</title></rect>\
                            """,
                            x + 0.5,
                            top,
                            Math.max(1, step - 1),
                            BOTTOM - top,
                            taken ? "#0b6e4f" : "#8c959f",
                            label,
                            bar.pairs(),
                            bar.persons()));
        }
        if (Math.floorMod((long) bar.to(), LABELLED_EVERY) == 0) {
            text(x + step, BOTTOM + 18.0, "middle", whole(bar.to()));
        }
    }

    private void threshold() {
        double x = LEFT + (threshold - bars.getFirst().from()) * step;
        line(x, TOP, x, BOTTOM, "#b42318");
        text(x + 5, TOP + 4.0, "start", String.format(Locale.ROOT, "threshold %.1f", threshold));
    }

    private void legend() {
        legend(LEFT, "#8c959f", "not joined by score");
        legend(LEFT + 170, "#0b6e4f", "joined");
    }

    private void legend(int x, String colour, String what) {
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
                        .formatted(x, HEIGHT - 19, colour));
        text(x + 18.0, HEIGHT - 8.0, "start", what);
    }

    private double y(double count) {
        return BOTTOM - (BOTTOM - TOP) * Math.log10(Math.max(1, count)) / decades;
    }

    private static String whole(double bits) {
        return Long.toString(Math.round(bits));
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                        x1,
                        y1,
                        x2,
                        y2,
                        colour));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#1b1f24\">%s</text>",
                        x,
                        y,
                        anchor,
                        LinkReport.escaped(words)));
    }
}
