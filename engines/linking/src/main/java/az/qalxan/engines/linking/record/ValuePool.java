package az.qalxan.engines.linking.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The distinct folded values of a field, numbered from 1; 0 is the missing value. Values lie in one
 * array of bytes, so that a million of them take little more than their letters.
 */
final class ValuePool {

    /** Bytes of one value; the rest is replaced by a digest. */
    static final int VALUE_BYTES_MAX = 192;

    private static final int BYTES_MAX = Integer.MAX_VALUE - 64;
    private static final int DIGEST_BYTES = 8;

    private byte[] bytes = new byte[4096];
    private int[] ends = new int[1024];
    private int[] table = new int[4096];
    private int count = 0;
    private long[] letters = {};
    private int[] spellings = {};

    /** The number of a value; the empty value is 0. */
    int add(String value) {
        if (value.isEmpty()) {
            return 0;
        }
        int start = ends[count];
        int end = append(value, start);
        if (4 * (count + 1) >= 3 * table.length) {
            grow();
        }
        int slot = slot(start, end);
        if (table[slot] != 0) {
            return table[slot];
        }
        count++;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[count] = end;
        table[slot] = count;
        return count;
    }

    private int append(String value, int start) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(encoded.length, VALUE_BYTES_MAX);
        if (start > BYTES_MAX - VALUE_BYTES_MAX) {
            throw new RecordLimitException(
                    "The distinct values of one field take more than 2 GB; split the table.");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(BYTES_MAX, 2L * bytes.length + length));
        }
        System.arraycopy(encoded, 0, bytes, start, length);
        if (encoded.length > VALUE_BYTES_MAX) {
            long digest = Mixing.hash(encoded, 0, encoded.length);
            for (int i = 1; i <= DIGEST_BYTES; i++) {
                bytes[start + length - i] = (byte) (digest >>> (8 * i));
            }
        }
        return start + length;
    }

    private int slot(int start, int end) {
        int mask = table.length - 1;
        int slot = (int) Mixing.hash(bytes, start, end) & mask;
        while (table[slot] != 0 && !equal(table[slot], start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean equal(int value, int start, int end) {
        return Arrays.equals(bytes, start(value), end(value), bytes, start, end);
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int value = 1; value <= count; value++) {
            int slot = (int) hash(value) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = value;
        }
        table = larger;
    }

    /** Ends the filling: prepares what comparisons look up, and frees the rest. */
    void seal(Comparison comparison) {
        table = new int[0];
        bytes = Arrays.copyOf(bytes, ends[count]);
        ends = Arrays.copyOf(ends, count + 1);
        letters = new long[count + 1];
        spellings = new int[count + 1];
        for (int value = 1; value <= count; value++) {
            for (int i = start(value); i < end(value); i++) {
                letters[value] |= 1L << bytes[i];
            }
            spellings[value] = Mixing.hash32(comparison.spelling(text(value)));
        }
    }

    /** How many distinct values there are, the missing one not counted. */
    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int value) {
        return ends[value - 1];
    }

    int end(int value) {
        return ends[value];
    }

    int length(int value) {
        return ends[value] - ends[value - 1];
    }

    /** Which bytes stand in the value, modulo 64. */
    long letters(int value) {
        return letters[value];
    }

    /** Equal for values with the same spelling key. */
    int spelling(int value) {
        return spellings[value];
    }

    /** Depends on the value's content alone. */
    long hash(int value) {
        return value == 0 ? 0 : Mixing.hash(bytes, start(value), end(value));
    }

    String text(int value) {
        return value == 0
                ? ""
                : new String(bytes, start(value), length(value), StandardCharsets.UTF_8);
    }
}
