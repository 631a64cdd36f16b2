package az.qalxan.engines.linking.record;

import java.util.Arrays;

/**
 * The rows in an order that depends on their content alone. Rows that are equal in every field are
 * one unit when that many equal fields cannot be chance; the pairs among them are never walked.
 */
final class Units {

    /** How many chance groups of equal rows are tolerated in a whole table. */
    private static final double CHANCE_GROUPS_MAX = 0.01;

    /** Added to the number of rows, so that tiny tables prove little. */
    private static final int DOUBT_ROWS = 50;

    private static final int ROW_BITS = 23;

    private final int fields;
    private final int[] cells;
    private final int[] weights;
    private final int[] unitOfRow;
    private final int count;

    private Units(int fields, int[] cells, int[] weights, int[] unitOfRow) {
        this.fields = fields;
        this.cells = cells;
        this.weights = weights;
        this.unitOfRow = unitOfRow;
        this.count = weights.length;
    }

    static Units of(Records records) {
        int[] order = order(records);
        int[] groupStarts = groups(records, order);
        boolean[] united = united(records, order, groupStarts);
        int[] unitOfRow = new int[order.length];
        int[] weights = new int[order.length];
        int units = 0;
        for (int group = 0; group + 1 < groupStarts.length; group++) {
            for (int at = groupStarts[group]; at < groupStarts[group + 1]; at++) {
                units += at == groupStarts[group] || !united[group] ? 1 : 0;
                unitOfRow[order[at]] = units - 1;
                weights[units - 1]++;
            }
        }
        return new Units(
                records.fields(),
                cells(records, unitOfRow, units),
                Arrays.copyOf(weights, units),
                unitOfRow);
    }

    private static int[] cells(Records records, int[] unitOfRow, int units) {
        int fields = records.fields();
        int[] cells = new int[units * fields];
        for (int row = 0; row < unitOfRow.length; row++) {
            for (int field = 0; field < fields; field++) {
                cells[unitOfRow[row] * fields + field] = records.cell(row, field);
            }
        }
        return cells;
    }

    /** Rows by the hash of their content. */
    private static int[] order(Records records) {
        long[] hashes = new long[records.rows()];
        for (int field = 0; field < records.fields(); field++) {
            ValuePool pool = records.pool(field);
            long[] ofValue = new long[pool.count() + 1];
            for (int value = 1; value < ofValue.length; value++) {
                ofValue[value] = pool.hash(value);
            }
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = Mixing.mix(hashes[row], ofValue[records.cell(row, field)]);
            }
        }
        long[] keys = new long[hashes.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = hashes[row] >>> ROW_BITS << ROW_BITS | row;
        }
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int at = 0; at < order.length; at++) {
            order[at] = (int) keys[at] & ((1 << ROW_BITS) - 1);
            settle(order, at, hashes);
        }
        return order;
    }

    /** Moves the last entry to its place among those whose leading bits are the same. */
    private static void settle(int[] order, int last, long[] hashes) {
        long hash = hashes[order[last]];
        for (int at = last; at > 0; at--) {
            long before = hashes[order[at - 1]];
            if (before >>> ROW_BITS != hash >>> ROW_BITS
                    || Long.compareUnsigned(before, hash) <= 0) {
                return;
            }
            int moved = order[at];
            order[at] = order[at - 1];
            order[at - 1] = moved;
        }
    }

    /** Where each run of equal rows begins; the last entry is the number of rows. */
    private static int[] groups(Records records, int[] order) {
        int[] starts = new int[order.length + 1];
        int groups = 0;
        for (int at = 0; at < order.length; at++) {
            if (at == 0 || !equal(records, order[at - 1], order[at])) {
                starts[groups] = at;
                groups++;
            }
        }
        starts[groups] = order.length;
        return Arrays.copyOf(starts, groups + 1);
    }

    private static boolean equal(Records records, int first, int second) {
        for (int field = 0; field < records.fields(); field++) {
            if (records.cell(first, field) != records.cell(second, field)) {
                return false;
            }
        }
        return true;
    }

    /** Which groups of equal rows are too unlikely to be chance. */
    private static boolean[] united(Records records, int[] order, int[] starts) {
        int groups = starts.length - 1;
        double needed =
                2 * Maths.log2(Math.max(2, order.length)) - 1 - Maths.log2(CHANCE_GROUPS_MAX);
        double[] evidence = new double[groups];
        boolean[] personal = new boolean[groups];
        for (int field = 0; field < records.fields(); field++) {
            int[] counts = new int[records.pool(field).count() + 1];
            for (int group = 0; group < groups; group++) {
                counts[records.cell(order[starts[group]], field)]++;
            }
            boolean person = records.schema().fields().get(field).kind().scope() == Scope.PERSON;
            for (int group = 0; group < groups; group++) {
                int value = records.cell(order[starts[group]], field);
                if (value != 0) {
                    evidence[group] += Maths.log2((groups + (double) DOUBT_ROWS) / counts[value]);
                    personal[group] |= person;
                }
            }
        }
        boolean[] united = new boolean[groups];
        for (int group = 0; group < groups; group++) {
            united[group] = personal[group] && evidence[group] >= needed;
        }
        return united;
    }

    int count() {
        return count;
    }

    int fields() {
        return fields;
    }

    int rows() {
        return unitOfRow.length;
    }

    int cell(int unit, int field) {
        return cells[unit * fields + field];
    }

    /** How many equal rows the unit stands for. */
    int weight(int unit) {
        return weights[unit];
    }

    int unitOfRow(int row) {
        return unitOfRow[row];
    }
}
