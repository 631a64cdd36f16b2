package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The cells by which rows are linked, folded and interned while a table is read. */
public final class Records {

    /** Most rows of one table. */
    public static final int ROWS_MAX = 8_000_000;

    /** Letters of a cell that are read; the rest of a longer one is left out. */
    public static final int CELL_CHARS_MAX = 4_000;

    private static final int REMEMBERED = 4096;
    private static final String DECIMAL = ".0";
    private static final Set<String> NOTHING =
            Set.of("", "-", "?", ".", "null", "NULL", "n/a", "N/A", "NaN", "nan", "None");

    private final LinkSchema schema;
    private final ValuePool[] pools;
    private final String[][] lastCells;
    private final int[][] lastValues;
    private int[] cells;
    private int rows = 0;

    /** An empty table. */
    public Records(LinkSchema schema) {
        this.schema = schema;
        int fields = schema.fields().size();
        this.pools = new ValuePool[fields];
        for (int field = 0; field < fields; field++) {
            pools[field] = new ValuePool();
        }
        for (LinkSchema.Swap swap : schema.swaps()) {
            pools[swap.second()] = pools[swap.first()];
        }
        this.lastCells = new String[fields][REMEMBERED];
        this.lastValues = new int[fields][REMEMBERED];
        this.cells = new int[1024 * fields];
    }

    /**
     * Adds a row.
     *
     * @param row one cell for each field of the schema; empty where nothing is known
     */
    public void add(List<String> row) {
        int fields = pools.length;
        if (row.size() != fields) {
            throw new IllegalArgumentException(
                    "The schema has %d fields; the row has %d cells."
                            .formatted(fields, row.size()));
        }
        if (rows == ROWS_MAX) {
            throw new RecordLimitException(
                    "A table has at most %,d rows; split it.".formatted(ROWS_MAX));
        }
        if ((rows + 1) * fields > cells.length) {
            cells = Arrays.copyOf(cells, cells.length + cells.length / 2);
        }
        for (int field = 0; field < fields; field++) {
            cells[rows * fields + field] = value(field, row.get(field));
        }
        rows++;
    }

    /** Columns repeat themselves; what was folded lately is not folded again. */
    private int value(int field, String cell) {
        int slot = Mixing.below((long) cell.hashCode() * 0x9E3779B1L << 32, REMEMBERED);
        if (cell.equals(lastCells[field][slot])) {
            return lastValues[field][slot];
        }
        int value = folded(field, cell);
        if (cell.length() <= CELL_CHARS_MAX) {
            lastCells[field][slot] = cell;
            lastValues[field][slot] = value;
        }
        return value;
    }

    private int folded(int field, String cell) {
        String stripped = cell.strip();
        if (NOTHING.contains(stripped)) {
            return 0;
        }
        String read =
                stripped.length() > CELL_CHARS_MAX
                        ? stripped.substring(0, CELL_CHARS_MAX)
                        : stripped;
        return pools[field].add(
                schema.fields().get(field).kind().comparison().fold(withoutDecimal(read)));
    }

    /** Programs that take a column with gaps for decimals write 2134 as 2134.0. */
    private static String withoutDecimal(String cell) {
        int end = cell.length() - DECIMAL.length();
        if (end < 1 || !cell.endsWith(DECIMAL)) {
            return cell;
        }
        return cell.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9')
                ? cell.substring(0, end)
                : cell;
    }

    /** How many rows were added. */
    public int rows() {
        return rows;
    }

    LinkSchema schema() {
        return schema;
    }

    ValuePool pool(int field) {
        return pools[field];
    }

    int fields() {
        return pools.length;
    }

    /** Number of a row's value in a field. */
    int cell(int row, int field) {
        return cells[row * pools.length + field];
    }

    /** Ends the filling. */
    void seal() {
        for (int field = 0; field < pools.length; field++) {
            boolean shared = false;
            for (int other = 0; other < field; other++) {
                shared |= pools[other] == pools[field];
            }
            if (!shared) {
                pools[field].seal(schema.fields().get(field).kind().comparison());
            }
            lastCells[field] = new String[0];
        }
    }
}
