package az.qalxan.strategy.report;

import az.qalxan.access.Handling;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Span;
import az.qalxan.engines.plan.Stage;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.print.SvgPicture;
import az.qalxan.strategy.ReportPeriod;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.strategy.report.PlanReportContent.Counts;
import az.qalxan.strategy.report.PlanReportContent.MeasureLine;
import az.qalxan.strategy.report.PlanReportContent.Named;
import az.qalxan.strategy.report.PlanReportContent.SpanLine;
import az.qalxan.strategy.report.PlanReportContent.StageLine;
import az.qalxan.strategy.timeline.Bar;
import az.qalxan.strategy.timeline.TimelinePicture;
import az.qalxan.strategy.timeline.Years;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report in one language, for the page and for the print alike.
 *
 * @param issued null for a draft
 */
record PlanReportView(PlanReportContent content, Text text, @Nullable IssuedReport issued) {

    /** Bars of one picture: what one printed page holds. */
    private static final int BARS_MAX = 56;

    private static final int PICTURES_MAX = 3;
    private static final int LISTED_MAX = 12;
    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    String word(String key, Object... arguments) {
        return text.of("planreport." + key, arguments);
    }

    String lang() {
        return text.language().code();
    }

    String title() {
        ReportPeriod period = period();
        return period.ofYear()
                ? word("title-year", year(period.year()))
                : word("title-quarter", year(period.year()), word("quarter." + period.quarter()));
    }

    /** For whom: a body by its name, or the commission. */
    String scope() {
        Named scope = content.head().scope();
        return scope == null ? word("commission") : scope.name().in(lang());
    }

    ReportPeriod period() {
        return ReportPeriod.read(content.head().period()).orElseThrow();
    }

    /** What stands at the head of every page. */
    String status() {
        return issued == null ? word("draft") : word("number", issued.number());
    }

    /** Its marking; empty where everybody may have it. */
    String marking() {
        Handling handling = content.head().handling();
        return handling == Handling.CLEAR ? "" : handling.label();
    }

    /** In Azerbaijani a year takes an ending that sounds with its last word. */
    private String year(int year) {
        return text.language() == Language.AZ ? year + "-" + ending(year) : String.valueOf(year);
    }

    static String ending(int year) {
        return switch (year % 10) {
            case 1, 2, 5, 7, 8 -> "ci";
            case 3, 4 -> "cü";
            case 6 -> "cı";
            case 9 -> "cu";
            default ->
                    switch (year / 10 % 10) {
                        case 1, 3 -> "cu";
                        case 4, 6, 9 -> "cı";
                        default -> "ci";
                    };
        };
    }

    /** The report in sentences, made of its counts. */
    List<String> summary() {
        Counts now = content.now();
        List<String> sentences = new ArrayList<>();
        sentences.add(word("summary.size", now.measures(), now.stages()));
        sentences.add(
                word("summary.state", now.reached(), now.proposed(), now.disputed(), now.open()));
        sentences.add(word("summary.attention", now.late(), now.silent(), now.withoutEvidence()));
        if (!content.head().over()) {
            sentences.add(word("summary.running", text.date(content.head().until())));
        }
        return sentences;
    }

    /** With what the report compares, in words. */
    String since() {
        Long report = content.head().since().report();
        String day = text.date(LocalDate.ofInstant(content.head().since().moment(), ZONE));
        return report == null ? word("since-period", day) : word("since-report", report, day);
    }

    /** A count before and now. */
    record Change(String key, int before, int now) {

        String difference() {
            int by = now - before;
            return by == 0 ? "0" : by > 0 ? "+" + by : "−" + -by;
        }
    }

    List<Change> changes() {
        Counts now = content.now();
        Counts before = content.before();
        return List.of(
                new Change("reached", before.reached(), now.reached()),
                new Change("proposed", before.proposed(), now.proposed()),
                new Change("disputed", before.disputed(), now.disputed()),
                new Change("open", before.open(), now.open()),
                new Change("late", before.late(), now.late()),
                new Change("silent", before.silent(), now.silent()),
                new Change("without-evidence", before.withoutEvidence(), now.withoutEvidence()));
    }

    /** What should make somebody look, in the order of how much. */
    List<String> flags() {
        return List.of("late", "disputed", "silent", "without-evidence");
    }

    SvgPicture byPriority(boolean narrow) {
        return ReportPictures.byPriority(this, narrow);
    }

    boolean drawsIndicators() {
        return !ReportPictures.drawn(this).isEmpty();
    }

    SvgPicture indicators(boolean narrow) {
        return ReportPictures.indicators(this, narrow);
    }

    /** The measures in time, a picture for each page that they fill; none for a very large plan. */
    List<SvgPicture> inTime(boolean narrow, boolean print) {
        List<Bar> bars = content.measures().stream().map(PlanReportView::bar).toList();
        if (bars.size() > BARS_MAX * PICTURES_MAX) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(content.head().asOf(), ZONE);
        Years years =
                Years.of(
                        bars.stream().map(Bar::span).toList(),
                        content.head().edition().approved(),
                        day);
        TimelinePicture.Day line = TimelinePicture.Day.stateOf(day, text);
        List<SvgPicture> pictures = new ArrayList<>();
        for (int from = 0; from < bars.size(); from += BARS_MAX) {
            List<Bar> some = bars.subList(from, Math.min(bars.size(), from + BARS_MAX));
            pictures.add(
                    print
                            ? TimelinePicture.printed(some, years, line, text)
                            : narrow
                                    ? TimelinePicture.narrow(some, years, line, text)
                                    : TimelinePicture.wide(some, years, line, text));
        }
        return pictures;
    }

    private static Bar bar(MeasureLine line) {
        Map<Stage, StageStanding.State> states = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            states.put(
                    stage,
                    StageStanding.State.valueOf(
                            line.stage(stage.code()).state().toUpperCase(Locale.ROOT)));
        }
        return new Bar(
                new MeasureCode(line.code()),
                line.title(),
                line.lead().acronym(),
                span(line.span()),
                states,
                line.is("late"));
    }

    private static Span span(SpanLine line) {
        return new Span(
                line.printed(),
                line.untilYear() == null ? Span.Kind.ONGOING : Span.Kind.RANGE,
                line.fromYear(),
                line.untilYear());
    }

    String period(MeasureLine line) {
        return Bar.period(span(line.span()), text);
    }

    String state(StageLine stage) {
        LocalDate since = stage.since();
        String state = text.of("timeline.state." + stage.state());
        return since == null ? state : word("state-since", state, text.date(since));
    }

    /** A value with its unit; a dash where there is none. */
    String value(@Nullable BigDecimal value, String unit) {
        if (value == null) {
            return "—";
        }
        return switch (Unit.of(unit)) {
            case COUNT ->
                    value.stripTrailingZeros().scale() <= 0
                            ? text.number(value.longValue())
                            : text.decimal(value, 1);
            case HOURS -> text.of("figure.said.hours", text.decimal(value, 1));
            case MINUTES -> text.of("figure.said.minutes", text.decimal(value, 0));
            case MONEY ->
                    text.money(value.setScale(0, RoundingMode.HALF_UP), content.head().currency());
            case PERCENT -> text.percent(value.doubleValue() / 100);
            case RATIO -> text.decimal(value, 2);
        };
    }

    /** A month, a quarter or a year as people call it. */
    String figurePeriod(String code) {
        return FigurePeriod.parse(code)
                .map(period ->
                        switch (period.step()) {
                            case YEAR -> text.of("figure.period.year", period.from().getYear());
                            case QUARTER ->
                                    text.of(
                                            "figure.period.quarter",
                                            period.from().getYear(),
                                            text.of("figure.quarter." + code.substring(5)));
                            case MONTH ->
                                    text.of(
                                            "figure.period.month",
                                            period.from().getYear(),
                                            text.of(
                                                    "figure.month."
                                                            + period.from().getMonthValue()));
                        })
                .orElse(code);
    }

    /** Whether so many are listed by their leads and numbers only. */
    boolean shortly(String flag) {
        return content.flagged(flag).size() > LISTED_MAX;
    }

    static String codes(List<MeasureLine> lines) {
        return lines.stream().map(MeasureLine::code).collect(Collectors.joining(", "));
    }
}
