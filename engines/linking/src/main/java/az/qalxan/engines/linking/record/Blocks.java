package az.qalxan.engines.linking.record;

import java.util.Arrays;

/**
 * The blocks of one key: units with the same value, at least two and at most so many that the pairs
 * stay bounded.
 *
 * @param ofUnit block of each unit; -1 for a unit in none
 * @param count how many blocks there are
 * @param pairs pairs within them
 * @param left units whose block was too large
 */
record Blocks(int[] ofUnit, int count, long pairs, int left) {

    /** Units of one block; pairs of a larger one are left to the other keys. */
    static final int UNITS_MAX = 250;

    static Blocks of(BlockingKey key, Units units) {
        long[] values = new long[units.count()];
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = key.of(units, unit);
        }
        return of(values, UNITS_MAX);
    }

    /** Units with the same value other than 0 are in one block. */
    static Blocks of(long[] values, int unitsMax) {
        int[] table = new int[Integer.highestOneBit(Math.max(4, values.length)) * 4];
        Arrays.fill(table, -1);
        int[] representative = new int[values.length];
        int[] sizes = new int[values.length];
        for (int unit = 0; unit < values.length; unit++) {
            int slot = slot(table, values, unit);
            if (values[unit] != 0) {
                table[slot] = table[slot] < 0 ? unit : table[slot];
                representative[unit] = table[slot];
                sizes[table[slot]]++;
            }
        }
        return numbered(values, representative, sizes, unitsMax);
    }

    private static int slot(int[] table, long[] values, int unit) {
        int mask = table.length - 1;
        int slot = (int) Mixing.mix(values[unit]) & mask;
        while (table[slot] >= 0 && values[table[slot]] != values[unit]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static Blocks numbered(long[] values, int[] representative, int[] sizes, int unitsMax) {
        int[] ofUnit = new int[values.length];
        int[] numbers = new int[values.length];
        int blocks = 0;
        long pairs = 0;
        int left = 0;
        for (int unit = 0; unit < values.length; unit++) {
            int size = values[unit] == 0 ? 0 : sizes[representative[unit]];
            if (size < 2 || size > unitsMax) {
                ofUnit[unit] = -1;
                left += size > unitsMax ? 1 : 0;
            } else {
                if (representative[unit] == unit) {
                    numbers[unit] = blocks;
                    blocks++;
                    pairs += (long) size * (size - 1) / 2;
                }
                ofUnit[unit] = numbers[representative[unit]];
            }
        }
        return new Blocks(ofUnit, blocks, pairs, left);
    }
}
