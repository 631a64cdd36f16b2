package az.qalxan.engines.detection.correlation;

import java.util.Arrays;

/**
 * Whole numbers in their order, in blocks: putting one in or taking one out moves no more than a
 * block, however many there are, and the number at a place is found by counting blocks.
 */
final class SortedNumbers {

    /** Two kilobytes are moved in no time; a hundred thousand numbers are then 800 blocks. */
    private static final int BLOCK_MAX = 256;

    private static final int FIRST = 4;

    private long[][] blocks = new long[1][0];
    private int[] sizes = new int[1];
    private int count = 1;
    private int size;

    int size() {
        return size;
    }

    void add(long number) {
        int block = block(number);
        if (sizes[block] == BLOCK_MAX) {
            split(block);
            block = block(number);
        }
        int held = sizes[block];
        if (held == blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], Math.max(FIRST, held + held / 2));
        }
        long[] numbers = blocks[block];
        int place = place(numbers, held, number);
        System.arraycopy(numbers, place, numbers, place + 1, held - place);
        numbers[place] = number;
        sizes[block]++;
        size++;
    }

    /** Takes out one that is there. */
    void remove(long number) {
        int block = block(number);
        long[] numbers = blocks[block];
        int place = place(numbers, sizes[block], number);
        if (place == sizes[block] || numbers[place] != number) {
            return;
        }
        sizes[block]--;
        size--;
        System.arraycopy(numbers, place + 1, numbers, place, sizes[block] - place);
        if (sizes[block] == 0 && count > 1) {
            count--;
            System.arraycopy(blocks, block + 1, blocks, block, count - block);
            System.arraycopy(sizes, block + 1, sizes, block, count - block);
        }
    }

    /** The number that so many are before. */
    long at(int index) {
        int block = 0;
        int before = 0;
        while (before + sizes[block] <= index) {
            before += sizes[block++];
        }
        return blocks[block][index - before];
    }

    /** The first block whose last number is not less; the last block where none is. */
    private int block(long number) {
        int left = 0;
        int right = count - 1;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (blocks[middle][sizes[middle] - 1] < number) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        return left;
    }

    /** The place of the first number that is not less. */
    private static int place(long[] numbers, int size, long number) {
        int left = 0;
        int right = size;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (numbers[middle] < number) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        return left;
    }

    private void split(int block) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        System.arraycopy(blocks, block + 1, blocks, block + 2, count - block - 1);
        System.arraycopy(sizes, block + 1, sizes, block + 2, count - block - 1);
        long[] whole = blocks[block];
        int half = BLOCK_MAX / 2;
        blocks[block + 1] = Arrays.copyOfRange(whole, half, BLOCK_MAX);
        blocks[block] = Arrays.copyOf(whole, half);
        sizes[block] = half;
        sizes[block + 1] = BLOCK_MAX - half;
        count++;
    }
}
