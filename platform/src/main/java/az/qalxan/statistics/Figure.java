package az.qalxan.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure ready to be drawn, tabled or saved.
 *
 * @param unit what a value counts: {@code reports} or a currency's code
 */
record Figure(FigureName name, String unit, List<Cell> cells) {

    Figure {
        cells = List.copyOf(cells);
    }

    /**
     * One value.
     *
     * @param value null when it is suppressed
     */
    record Cell(String key, String label, @Nullable Long value) {}

    /** Whether anything was suppressed. */
    boolean suppressed() {
        return cells.stream().anyMatch(cell -> cell.value() == null);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.value() != null && cell.value() == 0);
    }
}
