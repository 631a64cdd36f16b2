package az.qalxan.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that leaves the system as a file, with what must be known to read it.
 *
 * @param language ISO 639-1 code of its words
 * @param notes sentences about the whole: its date, how far it can be relied on, the licence
 * @param rows a cell for each column: text, number, day, truth value, or null for none
 */
public record Tabular(
        String title,
        String language,
        List<String> notes,
        List<Column> columns,
        List<List<@Nullable Object>> rows) {

    public Tabular {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copied = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of another width than its table");
            }
            copied.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copied);
    }

    /**
     * A column.
     *
     * @param key its name for programs, the same in every language
     * @param title its name for people
     * @param width its share of the width, about as many characters; 0 leaves it out of prints
     */
    public record Column(String key, String title, int width) {}

    /** What a print shows: fewer columns, and no more rows than somebody would leaf through. */
    Tabular printed(int rowsMax) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).width() > 0) {
                kept.add(i);
            }
        }
        List<List<@Nullable Object>> fewer = new ArrayList<>();
        for (List<@Nullable Object> row : rows.subList(0, Math.min(rowsMax, rows.size()))) {
            List<@Nullable Object> cells = new ArrayList<>();
            kept.forEach(i -> cells.add(row.get(i)));
            fewer.add(cells);
        }
        return new Tabular(title, language, notes, kept.stream().map(columns::get).toList(), fewer);
    }

    /** The share of the width in percent. */
    int percent(Column column) {
        int all = columns.stream().mapToInt(Column::width).sum();
        return Math.max(1, column.width() * 100 / all);
    }

    /** A cell as a print shows it. */
    static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Boolean yes -> yes ? "+" : "–";
            default -> Printable.of(cell.toString());
        };
    }
}
