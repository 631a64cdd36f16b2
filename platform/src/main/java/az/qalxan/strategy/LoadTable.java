package az.qalxan.strategy;

import az.qalxan.engines.plan.Span;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * How many measures each body has under way in each quarter. A measure without an end is counted in
 * every quarter and drawn apart, because the plan does not say when it is done.
 */
record LoadTable(List<Quarter> quarters, List<Row> rows, int most) {

    private static final int YEARS_MAX = 30;

    LoadTable {
        quarters = List.copyOf(quarters);
        rows = List.copyOf(rows);
    }

    /** A quarter of a year. */
    record Quarter(int year, int number) {

        boolean firstOfYear() {
            return number == 1;
        }

        static Quarter of(LocalDate day) {
            return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        }

        int index() {
            return year * 4 + number;
        }
    }

    /** A body with its load in each quarter. */
    record Row(PlanBody body, List<Load> loads) {

        Row {
            loads = List.copyOf(loads);
        }

        int most() {
            return loads.stream().mapToInt(Load::all).max().orElse(0);
        }
    }

    /** What runs in a quarter: with an end as lead or executor, and without one. */
    record Load(int lead, int executor, int open) {

        int dated() {
            return lead + executor;
        }

        int all() {
            return lead + executor + open;
        }
    }

    static LoadTable of(Plan plan) {
        List<Quarter> quarters = quarters(plan);
        List<Row> rows =
                BodyShares.of(plan).stream()
                        .map(shares ->
                                new Row(
                                        shares.body(),
                                        quarters.stream().map(one -> load(shares, one)).toList()))
                        .toList();
        return new LoadTable(quarters, rows, rows.stream().mapToInt(Row::most).max().orElse(0));
    }

    private static Load load(BodyShares shares, Quarter quarter) {
        int lead = 0;
        int executor = 0;
        int open = 0;
        for (PlanMeasure one : shares.lead()) {
            lead += dated(one, quarter);
            open += open(one, quarter);
        }
        for (PlanMeasure one : shares.executor()) {
            executor += dated(one, quarter);
            open += open(one, quarter);
        }
        return new Load(lead, executor, open);
    }

    private static int dated(PlanMeasure one, Quarter quarter) {
        Span span = one.measure().span();
        return !span.isOpen() && span.includes(quarter.year()) ? 1 : 0;
    }

    private static int open(PlanMeasure one, Quarter quarter) {
        Span span = one.measure().span();
        return span.isOpen() && span.includes(quarter.year()) ? 1 : 0;
    }

    /** From the plan's approval, or its first year, until its last year. */
    private static List<Quarter> quarters(Plan plan) {
        List<Span> spans = plan.measures().stream().map(one -> one.measure().span()).toList();
        int thisYear = plan.day().getYear();
        int first =
                spans.stream()
                        .filter(span -> span.fromYear() != null)
                        .mapToInt(span -> year(span.fromYear(), thisYear))
                        .min()
                        .orElse(thisYear);
        int last =
                spans.stream()
                        .filter(span -> span.untilYear() != null)
                        .mapToInt(span -> year(span.untilYear(), thisYear))
                        .max()
                        .orElse(thisYear);
        LocalDate approved = plan.edition().approved();
        Quarter from = new Quarter(first, 1);
        if (approved != null && approved.getYear() == first) {
            from = Quarter.of(approved);
        }
        List<Quarter> quarters = new ArrayList<>();
        for (int year = first; year <= Math.min(last, first + YEARS_MAX); year++) {
            for (int number = 1; number <= 4; number++) {
                Quarter quarter = new Quarter(year, number);
                if (quarter.index() >= from.index()) {
                    quarters.add(quarter);
                }
            }
        }
        return quarters;
    }

    private static int year(@org.jspecify.annotations.Nullable Integer year, int otherwise) {
        return year == null ? otherwise : year;
    }
}
