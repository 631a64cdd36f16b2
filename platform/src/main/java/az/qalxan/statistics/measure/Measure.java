package az.qalxan.statistics.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its cells.
 *
 * @param unverified what in it is not verified, in the reader's language; empty when all is
 * @param total what the shares are of; 0 when there are none
 */
record Measure(MeasureName name, List<Cell> cells, String unverified, long total) {

    Measure {
        cells = List.copyOf(cells);
    }

    /**
     * One line of a figure.
     *
     * @param key its code, stable for programs
     * @param chip a short mark beside the label; empty for none
     * @param of what stands behind the bar of another cell, for example closed of opened; null for
     *     none
     */
    record Cell(String key, String label, String chip, Value value, @Nullable Value of) {

        static Cell of(String key, String label, Value value) {
            return new Cell(key, label, "", value, null);
        }

        Cell marked(String mark) {
            return new Cell(key, label, mark, value, of);
        }

        /** The count, if it is one and may be shown. */
        @Nullable Long count() {
            return value instanceof Value.Count counted ? counted.count() : null;
        }
    }

    boolean suppressed() {
        return cells.stream()
                .anyMatch(cell ->
                        cell.value() instanceof Value.Suppressed
                                || cell.of() instanceof Value.Suppressed);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> Long.valueOf(0).equals(cell.count()));
    }

    /** The largest count that is shown: how long the longest bar is. */
    long largest() {
        return cells.stream()
                .map(Cell::count)
                .filter(count -> count != null)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The share of that cell in the total; empty text of a share that may not be shown. */
    @Nullable Double share(Cell cell) {
        Long count = cell.count();
        return count == null || total <= 0 ? null : (double) count / total;
    }
}
