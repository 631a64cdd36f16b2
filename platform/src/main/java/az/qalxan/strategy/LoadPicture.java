package az.qalxan.strategy;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in the picture of the load: a row of columns for each body.
 *
 * @param numbers what each body has under way this quarter: with an end, and without one
 * @param now the left edge of the current quarter; -1 when the plan does not reach it
 * @param column the width of a quarter
 */
record LoadPicture(
        int width,
        int height,
        List<Label> years,
        List<Label> bodies,
        List<Label> numbers,
        List<Bar> bars,
        int now,
        int column) {

    private static final int NAMES = 190;
    private static final int HEAD = 28;
    private static final int ROW = 40;
    private static final int ROOM = 30;
    private static final int COLUMN = 38;
    private static final int GAP = 4;
    private static final int BOTTOM = 6;
    private static final double THIN = 5;
    private static final int NAME_MAX = 16;

    LoadPicture {
        years = List.copyOf(years);
        bodies = List.copyOf(bodies);
        numbers = List.copyOf(numbers);
        bars = List.copyOf(bars);
    }

    /** Words in the picture. */
    record Label(int x, int y, String text, String link) {}

    /** A piece of a column, and the numbers of the whole column. */
    record Bar(
            String style,
            int x,
            double y,
            int width,
            double height,
            String body,
            int year,
            int quarter,
            LoadTable.Load load) {

        int lead() {
            return load.lead();
        }

        int executor() {
            return load.executor();
        }

        int open() {
            return load.open();
        }
    }

    static LoadPicture of(LoadTable table, int now) {
        List<Label> years = new ArrayList<>();
        for (int i = 0; i < table.quarters().size(); i++) {
            LoadTable.Quarter quarter = table.quarters().get(i);
            if (i == 0 || quarter.firstOfYear()) {
                years.add(new Label(left(i), 16, String.valueOf(quarter.year()), ""));
            }
        }
        List<Label> bodies = new ArrayList<>();
        List<Label> numbers = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            LoadTable.Row one = table.rows().get(row);
            int floor = HEAD + (row + 1) * ROW - BOTTOM;
            bodies.add(
                    new Label(0, floor, cut(one.body().acronym()), BodyShares.address(one.body())));
            if (now >= 0) {
                LoadTable.Load load = one.loads().get(now);
                String number = load.dated() + " + " + load.open();
                numbers.add(new Label(NAMES - 12, floor, number, ""));
            }
            for (int i = 0; i < one.loads().size(); i++) {
                bars.addAll(column(table, one, i, floor));
            }
        }
        return new LoadPicture(
                NAMES + table.quarters().size() * COLUMN,
                HEAD + table.rows().size() * ROW,
                years,
                bodies,
                numbers,
                bars,
                now < 0 ? -1 : left(now),
                COLUMN);
    }

    private static List<Bar> column(LoadTable table, LoadTable.Row row, int place, int floor) {
        LoadTable.Load load = row.loads().get(place);
        LoadTable.Quarter quarter = table.quarters().get(place);
        List<Bar> bars = new ArrayList<>();
        double y = floor;
        int[] parts = {load.open(), load.executor(), load.lead()};
        String[] styles = {"load-open", "load-executor", "load-lead"};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                double height = rounded(parts[i] * (double) ROOM / table.most());
                y = rounded(y - height);
                bars.add(
                        new Bar(
                                height < THIN ? styles[i] + " thin" : styles[i],
                                left(place) + GAP / 2,
                                y,
                                COLUMN - GAP,
                                height,
                                row.body().acronym(),
                                quarter.year(),
                                quarter.number(),
                                load));
            }
        }
        return bars;
    }

    private static String cut(String name) {
        return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX - 1) + "…";
    }

    private static int left(int place) {
        return NAMES + place * COLUMN;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
