package az.qalxan.engines.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the one byte whose change turned a file of one CRC-32 into one of another. The sum is
 * linear: what a change adds to it depends on the changed bits and on how many bytes follow, and
 * going back a byte at a time shows where the addition was made.
 */
final class FlippedByte {

    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int BYTE = 0xFF;
    private static final int[] TABLE = new int[BYTE + 1];

    /** By the highest byte of an entry of the table its index. */
    private static final int[] INDEX = new int[BYTE + 1];

    static {
        for (int i = 0; i <= BYTE; i++) {
            int sum = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum >>> 1 ^ (sum & 1) * POLYNOMIAL;
            }
            TABLE[i] = sum;
            INDEX[sum >>> 24] = i;
        }
    }

    private FlippedByte() {}

    /**
     * A change that explains the difference.
     *
     * @param at the place in the file
     * @param bits which of the byte's bits were changed
     */
    record Change(long at, int bits) {}

    /**
     * All changes of one byte from {@code from} on and before {@code to} that explain the
     * difference of the sums of a file of that length.
     */
    static List<Change> find(int difference, long length, long from, long to) {
        List<Change> found = new ArrayList<>();
        int sum = back(difference, length - to);
        for (long at = to - 1; at >= from; at--) {
            int bits = INDEX[sum >>> 24];
            if (bits != 0 && TABLE[bits] == sum) {
                found.add(new Change(at, bits));
            }
            sum = back(sum);
        }
        return found;
    }

    /** The sum before a byte that added nothing. */
    private static int back(int sum) {
        int index = INDEX[sum >>> 24];
        return (sum ^ TABLE[index]) << Byte.SIZE | index;
    }

    /** The sum that many bytes earlier, by squaring the step, which is linear over bits. */
    private static int back(int sum, long bytes) {
        int[] step = new int[Integer.SIZE];
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            step[bit] = back(1 << bit);
        }
        int result = sum;
        for (long rest = bytes; rest > 0; rest >>>= 1) {
            if ((rest & 1) == 1) {
                result = times(step, result);
            }
            int[] squared = new int[Integer.SIZE];
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                squared[bit] = times(step, step[bit]);
            }
            step = squared;
        }
        return result;
    }

    private static int times(int[] matrix, int vector) {
        int product = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            product ^= (vector >>> bit & 1) * matrix[bit];
        }
        return product;
    }
}
