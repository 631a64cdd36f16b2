package az.qalxan.engines.language;

import java.util.Arrays;

/** The rows of the table that the n-grams of a message fall on; a row stands once for each. */
final class Rows {

    /** Rows of the table, as a power of two. */
    static final int BITS = 18;

    /** Longest n-gram in letters, the edges of a word counted as letters. */
    static final int GRAM_LETTERS_MAX = 5;

    private static final int ROWS_FIRST = 1_024;
    private static final int LENGTH_STEP = 0x9E3779B9;

    private int[] rows = new int[ROWS_FIRST];
    private int size;

    int size() {
        return size;
    }

    int at(int index) {
        return rows[index];
    }

    void clear() {
        size = 0;
    }

    /**
     * Adds the n-grams of a word.
     *
     * @param word the letters between two spaces, which stand for the edges of the word
     */
    void addWord(char[] word, int length) {
        if (rows.length - size < length * GRAM_LETTERS_MAX) {
            rows = Arrays.copyOf(rows, 2 * rows.length + length * GRAM_LETTERS_MAX);
        }
        for (int start = 0; start < length - 1; start++) {
            addFrom(word, start, Math.min(length, start + GRAM_LETTERS_MAX));
        }
    }

    private void addFrom(char[] word, int start, int end) {
        int hash = 0x811C9DC5;
        for (int i = start; i < end; i++) {
            hash = (hash ^ word[i]) * 0x01000193;
            hash ^= hash >>> 15;
            boolean edgeAlone = i == start && start == 0;
            if (!edgeAlone) {
                rows[size] = mixed(hash + (i - start) * LENGTH_STEP) >>> Integer.SIZE - BITS;
                size++;
            }
        }
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
