package az.qalxan.statistics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The picture of cases by month: a column for those opened, in it the closed ones. Drawn on the
 * server; the table beside it says the same.
 */
record Columns(List<Column> columns, long largest) {

    static final double WIDTH = 720;
    static final double HEIGHT = 180;
    private static final double GAP_SHARE = 0.25;
    private static final int LABELS_MAX = 12;

    Columns {
        columns = List.copyOf(columns);
    }

    /**
     * One month.
     *
     * @param label its name under the axis; empty where there is no room
     * @param hidden whether its count is hidden
     * @param inner whether it is neither the first nor the last
     */
    record Column(
            String label,
            String x,
            String width,
            String opened,
            String closed,
            boolean hidden,
            boolean inner) {

        /** Where a bar of that height begins. */
        String top(String height) {
            return number(HEIGHT - Double.parseDouble(height));
        }

        String middle() {
            return number(Double.parseDouble(x) + Double.parseDouble(width) / 2);
        }
    }

    static Columns of(Measure months) {
        List<Column> columns = new ArrayList<>();
        int count = Math.max(months.cells().size(), 1);
        double step = WIDTH / count;
        int labelled = Math.ceilDiv(count, LABELS_MAX);
        long largest = Math.max(months.largest(), 1);
        int place = 0;
        for (Measure.Cell month : months.cells()) {
            columns.add(
                    new Column(
                            place % labelled == 0 ? month.label() : "",
                            number(step * (place + GAP_SHARE / 2)),
                            number(step * (1 - GAP_SHARE)),
                            height(month.value(), largest),
                            height(month.of(), largest),
                            month.count() == null,
                            place > 0 && place < count - 1));
            place++;
        }
        return new Columns(columns, months.largest());
    }

    private static String height(@Nullable Value value, long largest) {
        return value instanceof Value.Count count ? number(HEIGHT * count.count() / largest) : "0";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
