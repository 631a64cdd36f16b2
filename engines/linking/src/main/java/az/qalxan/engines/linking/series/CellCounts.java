package az.qalxan.engines.linking.series;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts by cell: one cell for every category (by hash, 256 of them) and every month of thirty
 * days. Kept as ascending cells with their counts.
 */
final class CellCounts {

    static final CellCounts NONE = new CellCounts(0, new int[0], new int[0]);

    private static final int CATEGORIES = 256;
    private static final int MONTH_DAYS = 30;
    private static final int HALF = 16;
    private static final int HALF_MASK = 0xFFFF;

    private final int count;
    private final int[] cells;
    private final int[] counts;

    private CellCounts(int count, int[] cells, int[] counts) {
        this.count = count;
        this.cells = cells;
        this.counts = counts;
    }

    CellCounts plus(ReportTraits.Circumstances when, int step) {
        int both = cells(when);
        CellCounts next = with(both >>> HALF, step).with(both & HALF_MASK, step);
        return new CellCounts(count + step, next.cells, next.counts);
    }

    /** The cell of the category in the upper, of the month in the lower half. */
    static int cells(ReportTraits.Circumstances when) {
        return category(when.category()) << HALF | month(when.happenedDay());
    }

    /** The counts of reports whose cells are known. */
    static CellCounts of(int[] cells) {
        int[] all = new int[2 * cells.length];
        for (int i = 0; i < cells.length; i++) {
            all[2 * i] = cells[i] >>> HALF;
            all[2 * i + 1] = cells[i] & HALF_MASK;
        }
        Arrays.sort(all);
        int[] distinct = new int[all.length];
        int[] counts = new int[all.length];
        int found = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                distinct[found] = all[i];
                found++;
            }
            counts[found - 1]++;
        }
        return new CellCounts(
                cells.length, Arrays.copyOf(distinct, found), Arrays.copyOf(counts, found));
    }

    private static int category(String code) {
        return (int) Keys.of(code) & (CATEGORIES - 1);
    }

    private static int month(int day) {
        return Math.min(HALF_MASK, CATEGORIES + Math.max(0, day) / MONTH_DAYS);
    }

    private CellCounts with(int cell, int step) {
        int at = Arrays.binarySearch(cells, cell);
        if (at >= 0) {
            int[] changed = counts.clone();
            changed[at] += step;
            return changed[at] == 0 ? without(at) : new CellCounts(count, cells, changed);
        }
        int place = -at - 1;
        int[] moreCells = new int[cells.length + 1];
        int[] moreCounts = new int[cells.length + 1];
        System.arraycopy(cells, 0, moreCells, 0, place);
        System.arraycopy(counts, 0, moreCounts, 0, place);
        moreCells[place] = cell;
        moreCounts[place] = step;
        System.arraycopy(cells, place, moreCells, place + 1, cells.length - place);
        System.arraycopy(counts, place, moreCounts, place + 1, cells.length - place);
        return new CellCounts(count, moreCells, moreCounts);
    }

    private CellCounts without(int at) {
        int[] fewerCells = new int[cells.length - 1];
        int[] fewerCounts = new int[cells.length - 1];
        System.arraycopy(cells, 0, fewerCells, 0, at);
        System.arraycopy(counts, 0, fewerCounts, 0, at);
        System.arraycopy(cells, at + 1, fewerCells, at, cells.length - at - 1);
        System.arraycopy(counts, at + 1, fewerCounts, at, cells.length - at - 1);
        return new CellCounts(count, fewerCells, fewerCounts);
    }

    int count() {
        return count;
    }

    /** Categories with at least that many reports. */
    int categories(int least) {
        int found = 0;
        for (int i = 0; i < cells.length && cells[i] < CATEGORIES; i++) {
            found += counts[i] >= least ? 1 : 0;
        }
        return found;
    }

    /** Reports of the most frequent category. */
    int mostOfOneCategory() {
        int most = 0;
        for (int i = 0; i < cells.length && cells[i] < CATEGORIES; i++) {
            most = Math.max(most, counts[i]);
        }
        return most;
    }

    /** Months with at least that many incidents. */
    int months(int least) {
        int found = 0;
        for (int i = cells.length - 1; i >= 0 && cells[i] >= CATEGORIES; i--) {
            found += counts[i] >= least ? 1 : 0;
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellCounts that
                && count == that.count
                && Arrays.equals(cells, that.cells)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cells) + Arrays.hashCode(counts);
    }

    byte[] toBytes(byte first) {
        ByteBuffer out = ByteBuffer.allocate(5 + 8 * cells.length);
        out.put(first).putInt(count);
        for (int i = 0; i < cells.length; i++) {
            out.putInt(cells[i]).putInt(counts[i]);
        }
        return out.array();
    }

    static CellCounts fromBytes(byte[] bytes, int from) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        if (in.remaining() < 4 || (in.remaining() - 4) % 8 != 0) {
            throw new IllegalArgumentException("The census of a key is damaged.");
        }
        int count = in.getInt();
        int[] cells = new int[in.remaining() / 8];
        int[] counts = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = in.getInt();
            counts[i] = in.getInt();
        }
        return new CellCounts(count, cells, counts);
    }
}
