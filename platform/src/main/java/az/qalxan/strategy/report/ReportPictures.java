package az.qalxan.strategy.report;

import az.qalxan.print.Ink;
import az.qalxan.print.SvgPicture;
import az.qalxan.print.SvgPicture.Anchor;
import az.qalxan.print.SvgPicture.Box;
import az.qalxan.print.SvgPicture.Letters;
import az.qalxan.strategy.report.PlanReportContent.Counts;
import az.qalxan.strategy.report.PlanReportContent.IndicatorLine;
import az.qalxan.strategy.report.PlanReportContent.PriorityLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Draws what a report says; each number stands beside its bar, so that grey paper says it too. */
final class ReportPictures {

    private static final int WIDE = 1000;
    private static final int NARROW = 360;
    private static final double BAR = 18;

    private ReportPictures() {}

    /** Stages of each priority: reached, proposed, disputed, not reported. */
    static SvgPicture byPriority(PlanReportView view, boolean narrow) {
        List<PriorityLine> lines = view.content().priorities();
        int width = narrow ? NARROW : WIDE;
        int row = narrow ? 48 : 27;
        Counts all = view.content().now();
        SvgPicture picture =
                new SvgPicture(
                        width,
                        Math.max(1, lines.size()) * row + 6,
                        view.t(
                                "picture.priorities",
                                lines.size(),
                                all.reached(),
                                all.proposed(),
                                all.disputed(),
                                all.open()));
        int most = lines.stream().mapToInt(one -> one.counts().stages()).max().orElse(1);
        double from = narrow ? 0 : 400;
        for (int i = 0; i < lines.size(); i++) {
            PriorityLine line = lines.get(i);
            double top = i * row + 4;
            String title = line.number() + ". " + line.title().in(view.lang());
            picture.words(
                    Letters.of(Ink.TEXT, 13.5),
                    0,
                    top + (narrow ? 12 : 14),
                    shortened(title, narrow ? 50 : 56));
            double barTop = narrow ? top + 18 : top;
            double until = from + (width - from - 4) * line.counts().stages() / (double) most;
            segments(picture, line.counts(), from, until, barTop);
        }
        return picture;
    }

    private static void segments(
            SvgPicture picture, Counts counts, double from, double until, double top) {
        int[] values = {counts.reached(), counts.proposed(), counts.disputed(), counts.open()};
        Ink[] inks = {Ink.FERN, Ink.SAFFRON, Ink.NAR, Ink.PAPER};
        double each = (until - from) / Math.max(1, counts.stages());
        double x = from;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 0) {
                continue;
            }
            double width = values[i] * each;
            picture.framed(
                    inks[i],
                    i == values.length - 1 ? Ink.SOFT : inks[i],
                    new Box(x, top, width, BAR),
                    false);
            picture.words(
                    Letters.of(i == values.length - 1 ? Ink.SOFT : Ink.PAPER, 12)
                            .at(Anchor.MIDDLE)
                            .strong(),
                    x + width / 2,
                    top + BAR - 5,
                    String.valueOf(values[i]));
            x += width;
        }
    }

    /** Each indicator between its baseline and its target. */
    static SvgPicture indicators(PlanReportView view, boolean narrow) {
        List<IndicatorLine> lines = drawn(view);
        int width = narrow ? NARROW : WIDE;
        int row = narrow ? 58 : 40;
        SvgPicture picture =
                new SvgPicture(
                        width,
                        Math.max(1, lines.size()) * row + 8,
                        view.t(
                                "picture.indicators",
                                lines.size(),
                                lines.stream().filter(IndicatorLine::reached).count()));
        for (int i = 0; i < lines.size(); i++) {
            track(picture, view, lines.get(i), i * row + 4.0, narrow);
        }
        return picture;
    }

    /** Those that have all three: a value, a baseline and a target. */
    static List<IndicatorLine> drawn(PlanReportView view) {
        return view.content().indicators().stream()
                .filter(one ->
                        one.value() != null && one.baseline() != null && one.target() != null)
                .filter(one ->
                        Objects.requireNonNull(one.baseline())
                                        .compareTo(Objects.requireNonNull(one.target()))
                                != 0)
                .toList();
    }

    private static void track(
            SvgPicture picture,
            PlanReportView view,
            IndicatorLine line,
            double top,
            boolean narrow) {
        double from = narrow ? 8 : 400;
        double until = narrow ? NARROW - 12 : WIDE - 60;
        double y = top + (narrow ? 30 : 16);
        BigDecimal value = Objects.requireNonNull(line.value());
        BigDecimal baseline = Objects.requireNonNull(line.baseline());
        BigDecimal target = Objects.requireNonNull(line.target());
        double share =
                value.subtract(baseline).doubleValue() / target.subtract(baseline).doubleValue();
        double x = from + Math.clamp(share, -0.05, 1.05) * (until - from);
        picture.words(
                Letters.of(Ink.TEXT, 13.5),
                0,
                top + (narrow ? 12 : 20),
                shortened(line.name().in(view.lang()), narrow ? 50 : 56));
        picture.line(Ink.GRID, new Box(from, y, until - from, 0), 4, false);
        picture.line(Ink.SOFT, new Box(from, y - 6, 0, 12), 1.4, false);
        picture.line(Ink.PETROL, new Box(until, y - 8, 0, 16), 2.2, false);
        Ink ink = line.reached() ? Ink.FERN : Ink.PETROL;
        picture.circle(line.reached() ? ink : Ink.PAPER, ink, x, y, 6);
        picture.words(Letters.of(Ink.SOFT, 11), from, y + 18, view.value(baseline, line.unit()));
        picture.words(
                Letters.of(ink, 12.5).at(Anchor.MIDDLE).strong(),
                Math.clamp(x, from + 24, until - 24),
                y - 9,
                view.value(value, line.unit()));
        picture.words(
                Letters.of(Ink.SOFT, 11).at(Anchor.END),
                until,
                y + 18,
                view.value(target, line.unit()));
    }

    private static String shortened(String title, int letters) {
        return title.length() <= letters ? title : title.substring(0, letters - 1).strip() + "…";
    }
}
