package az.qalxan.strategy.timeline;

import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.print.Ink;
import az.qalxan.print.SvgPicture;
import az.qalxan.print.SvgPicture.Anchor;
import az.qalxan.print.SvgPicture.Box;
import az.qalxan.print.SvgPicture.Letters;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * Draws measures in time. A bar with an end is closed; one without runs on behind the last year
 * with a broken edge and an arrow, and one without a first year has a broken edge at its beginning
 * too.
 */
public final class TimelinePicture {

    private static final int NARROW_YEARS_MAX = 8;
    private static final double ARROW = 5;

    private final Layout layout;
    private final Years years;
    private final Day day;
    private final Text text;

    /** The day of the upright line, and what stands beside it. */
    public record Day(LocalDate day, String words) {

        public static Day today(LocalDate day, Text text) {
            return new Day(day, text.of("timeline.today", text.date(day)));
        }

        /** A day whose state is shown later. */
        public static Day stateOf(LocalDate day, Text text) {
            return new Day(day, text.of("timeline.state-of", text.date(day)));
        }
    }

    private TimelinePicture(Layout layout, Years years, Day day, Text text) {
        this.layout = layout;
        this.years = years;
        this.day = day;
        this.text = text;
    }

    /** For a printed page. */
    public static SvgPicture printed(List<Bar> bars, Years years, Day day, Text text) {
        return new TimelinePicture(Layout.PRINT, years, day, text).draw(bars);
    }

    /** For a wide page. */
    public static SvgPicture wide(List<Bar> bars, Years years, Day day, Text text) {
        return new TimelinePicture(Layout.WIDE, years, day, text).draw(bars);
    }

    /** For a phone. */
    public static SvgPicture narrow(List<Bar> bars, Years years, Day day, Text text) {
        return new TimelinePicture(Layout.NARROW, years, day, text).draw(bars);
    }

    private SvgPicture draw(List<Bar> bars) {
        int height = layout.height(bars.size());
        SvgPicture picture = new SvgPicture(layout.width(), height, said(bars));
        years(picture, height);
        for (int i = 0; i < bars.size(); i++) {
            row(picture, bars.get(i), layout.top(i));
        }
        today(picture, height);
        return picture;
    }

    private String said(List<Bar> bars) {
        long open = bars.stream().filter(one -> one.span().isOpen()).count();
        long late = bars.stream().filter(Bar::late).count();
        return text.of(
                "timeline.alternative",
                bars.size(),
                years.first(),
                years.last(),
                open,
                late,
                text.date(day.day()));
    }

    private void years(SvgPicture picture, int height) {
        int step = layout == Layout.NARROW && years.count() > NARROW_YEARS_MAX ? 2 : 1;
        for (int year = years.first(); year <= years.last(); year++) {
            double x = layout.at(years.share(LocalDate.of(year, 1, 1)));
            double next = layout.at(years.share(LocalDate.of(year + 1, 1, 1)));
            picture.line(
                    Ink.GRID, new Box(x, Layout.HEAD - 6, 0, height - Layout.HEAD - 14), 1, false);
            if ((year - years.first()) % step == 0) {
                picture.words(
                        Letters.of(Ink.SOFT, layout.letters()).at(Anchor.MIDDLE).strong(),
                        (x + next) / 2,
                        Layout.HEAD - 12,
                        String.valueOf(year));
            }
        }
        picture.line(
                Ink.GRID,
                new Box(layout.axisUntil(), Layout.HEAD - 6, 0, height - Layout.HEAD - 14),
                1,
                false);
        picture.words(
                Letters.of(Ink.SOFT, layout.letters() - 1).at(Anchor.MIDDLE),
                layout.stagesFrom() + layout.stageStep(),
                Layout.HEAD - 12,
                text.of("timeline.stages-short"));
    }

    private void row(SvgPicture picture, Bar bar, int top) {
        picture.linkTo("/strategy/measures/" + bar.code());
        double baseline = top + layout.letters() + 2;
        picture.words(
                Letters.of(Ink.PETROL, layout.letters() - 0.5).strong(),
                0,
                baseline,
                bar.code().value());
        picture.words(
                Letters.of(Ink.TEXT, layout.letters()),
                layout.titleFrom(),
                baseline,
                shortened(bar.title(text), layout.titleLetters()));
        bar(picture, bar, top + layout.barTop());
        stages(picture, bar, top + layout.barTop() + layout.bar() / 2.0);
        picture.linkEnds();
    }

    private void bar(SvgPicture picture, Bar bar, double top) {
        Span span = bar.span();
        Integer first = span.fromYear();
        Integer last = span.untilYear();
        double from =
                first == null
                        ? layout.axisFrom()
                        : layout.at(years.share(LocalDate.of(first, 1, 1)));
        if (last != null) {
            double until = layout.at(years.share(LocalDate.of(last + 1, 1, 1)));
            picture.box(
                    bar.late() ? Ink.NAR : Ink.PETROL,
                    new Box(from, top, until - from, layout.bar()));
            if (bar.late()) {
                late(picture, until, top);
            }
            return;
        }
        double until = layout.openUntil() - ARROW;
        double bottom = top + layout.bar();
        picture.box(Ink.PETROL_SOFT, new Box(from, top, until - from, layout.bar()));
        picture.line(Ink.PETROL, new Box(from, top, until - from, 0), 1.2, true);
        picture.line(Ink.PETROL, new Box(from, bottom, until - from, 0), 1.2, true);
        if (first != null) {
            picture.box(Ink.PETROL, new Box(from, top, 3, layout.bar()));
        }
        picture.path(
                Ink.PETROL,
                Ink.NONE,
                false,
                until,
                top - 1,
                layout.openUntil() + ARROW,
                top + layout.bar() / 2.0,
                until,
                bottom + 1);
    }

    private void late(SvgPicture picture, double until, double top) {
        double x = Math.min(until + 4, layout.openUntil() - 2);
        picture.words(
                Letters.of(Ink.NAR, layout.letters() + 1).strong(), x, top + layout.bar() - 1, "!");
    }

    private void stages(SvgPicture picture, Bar bar, double middle) {
        double x = layout.stagesFrom();
        for (Stage stage : Stage.values()) {
            mark(picture, bar.state(stage), x, middle);
            x += layout.stageStep();
        }
    }

    /** The same sign in the picture and in its key. */
    static void mark(SvgPicture picture, StageStanding.State state, double x, double y) {
        switch (state) {
            case OPEN -> picture.circle(Ink.NONE, Ink.SOFT, x, y, 3.5);
            case PROPOSED -> {
                picture.circle(Ink.NONE, Ink.SAFFRON, x, y, 5);
                picture.circle(Ink.SAFFRON, Ink.NONE, x, y, 2);
            }
            case DISPUTED -> {
                picture.path(Ink.NONE, Ink.NAR, false, x - 4, y - 4, x + 4, y + 4);
                picture.path(Ink.NONE, Ink.NAR, false, x - 4, y + 4, x + 4, y - 4);
            }
            case REACHED -> picture.circle(Ink.FERN, Ink.FERN, x, y, 5);
        }
    }

    private void today(SvgPicture picture, int height) {
        double x = layout.at(years.share(day.day()));
        picture.line(Ink.NAR, new Box(x, Layout.HEAD - 6, 0, height - Layout.HEAD - 10), 1.4, true);
        picture.words(
                Letters.of(Ink.NAR, layout.letters() - 0.5)
                        .at(x > layout.width() * 0.6 ? Anchor.END : Anchor.START),
                x,
                height - 4,
                day.words());
    }

    static String shortened(String title, int letters) {
        return title.length() <= letters ? title : title.substring(0, letters - 1).strip() + "…";
    }
}
