package az.qalxan.strategy.report;

import az.qalxan.print.Ink;
import az.qalxan.print.SvgPicture;
import az.qalxan.print.SvgPicture.Anchor;
import az.qalxan.print.SvgPicture.Box;
import az.qalxan.print.SvgPicture.Letters;
import az.qalxan.strategy.report.PlanReportContent.Counts;
import az.qalxan.strategy.report.PlanReportContent.IndicatorLine;
import az.qalxan.strategy.report.PlanReportContent.PriorityLine;
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
                        view.word(
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

    /** Each indicator against its target, from nought. */
    static SvgPicture indicators(PlanReportView view, boolean narrow) {
        List<IndicatorLine> lines = drawn(view);
        int row = narrow ? 54 : 34;
        SvgPicture picture =
                new SvgPicture(
                        narrow ? NARROW : WIDE,
                        Math.max(1, lines.size()) * row + 6,
                        view.word(
                                "picture.indicators",
                                lines.size(),
                                lines.stream().filter(IndicatorLine::reached).count()));
        for (int i = 0; i < lines.size(); i++) {
            against(picture, view, lines.get(i), i * row + 4.0, narrow);
        }
        return picture;
    }

    /** Those that have a value and a target, of which neither is below nought. */
    static List<IndicatorLine> drawn(PlanReportView view) {
        return view.content().indicators().stream()
                .filter(one -> one.value() != null && one.value().signum() >= 0)
                .filter(one -> one.target() != null && one.target().signum() >= 0)
                .toList();
    }

    private static void against(
            SvgPicture picture,
            PlanReportView view,
            IndicatorLine line,
            double top,
            boolean narrow) {
        double from = narrow ? 0 : 400;
        double length = (narrow ? NARROW : WIDE) - from - (narrow ? 90 : 220);
        double y = top + (narrow ? 20 : 4);
        double value = Objects.requireNonNull(line.value()).doubleValue();
        double target = Objects.requireNonNull(line.target()).doubleValue();
        double scale = length / Math.max(Math.max(value, target), 1e-9);
        picture.words(
                Letters.of(Ink.TEXT, 13.5),
                0,
                top + (narrow ? 12 : 17),
                shortened(line.name().in(view.lang()), narrow ? 50 : 56));
        picture.framed(
                line.reached() ? Ink.FERN : Ink.PETROL_SOFT,
                line.reached() ? Ink.FERN : Ink.PETROL,
                new Box(from, y, Math.max(1, value * scale), BAR - 4),
                false);
        double mark = from + target * scale;
        picture.line(Ink.TEXT, new Box(mark, y - 4, 0, BAR + 4), 2.2, false);
        picture.words(
                Letters.of(Ink.TEXT, 12.5).strong(),
                Math.max(from + value * scale, mark) + 8,
                y + BAR - 7,
                view.value(line.value(), line.unit()));
        picture.words(
                Letters.of(Ink.SOFT, 10.5).at(mark > from + length / 2 ? Anchor.END : Anchor.START),
                mark + (mark > from + length / 2 ? -5 : 5),
                y + BAR + 7,
                view.word("picture.target", view.value(line.target(), line.unit())));
    }

    private static String shortened(String title, int letters) {
        return title.length() <= letters ? title : title.substring(0, letters - 1).strip() + "…";
    }
}
