package az.qalxan.engines.knownfiles;

import java.util.Arrays;

/** Sorts digests that lie side by side in one array, in place, by radix from the first byte. */
final class Records {

    private static final int FEW = 32;
    private static final int RADIX = 256;

    private final byte[] bytes;
    private final int width;
    private final byte[] held;

    private Records(byte[] bytes, int width) {
        this.bytes = bytes;
        this.width = width;
        this.held = new byte[width];
    }

    static void sort(byte[] bytes, int count, int width) {
        new Records(bytes, width).sort(0, count, 0);
    }

    private void sort(int from, int to, int digit) {
        if (to - from <= FEW || digit == width) {
            insert(from, to);
            return;
        }
        int[] ends = new int[RADIX];
        for (int i = from; i < to; i++) {
            ends[at(i, digit)]++;
        }
        int[] next = new int[RADIX];
        int sum = from;
        for (int value = 0; value < RADIX; value++) {
            next[value] = sum;
            sum += ends[value];
            ends[value] = sum;
        }
        int[] starts = next.clone();
        for (int value = 0; value < RADIX; value++) {
            while (next[value] < ends[value]) {
                int belongs = at(next[value], digit);
                if (belongs == value) {
                    next[value]++;
                } else {
                    swap(next[value], next[belongs]++);
                }
            }
        }
        for (int value = 0; value < RADIX; value++) {
            if (ends[value] - starts[value] > 1) {
                sort(starts[value], ends[value], digit + 1);
            }
        }
    }

    private int at(int record, int digit) {
        return bytes[record * width + digit] & 0xff;
    }

    private void swap(int one, int other) {
        System.arraycopy(bytes, one * width, held, 0, width);
        System.arraycopy(bytes, other * width, bytes, one * width, width);
        System.arraycopy(held, 0, bytes, other * width, width);
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            System.arraycopy(bytes, i * width, held, 0, width);
            int at = i;
            while (at > from && compareHeld(at - 1) < 0) {
                System.arraycopy(bytes, (at - 1) * width, bytes, at * width, width);
                at--;
            }
            System.arraycopy(held, 0, bytes, at * width, width);
        }
    }

    private int compareHeld(int record) {
        return Arrays.compareUnsigned(held, 0, width, bytes, record * width, (record + 1) * width);
    }
}
