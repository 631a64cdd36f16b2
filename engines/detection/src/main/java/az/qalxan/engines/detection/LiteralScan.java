package az.qalxan.engines.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Finds a few literals in much text, without regard to the case of ASCII, and passes over most of
 * it: two bytes tell how far the next literal can at the earliest end (Wu and Manber, 1994).
 */
final class LiteralScan {

    private static final int BLOCK = 2;

    private final byte[] shift = new byte[1 << 16];
    private final int[][] endings = new int[1 << 16][];
    private final byte[][] literals;
    private final int shortest;

    /** Takes the numbers of literals. */
    interface Found {
        void literal(int number);
    }

    /**
     * @param literals of at least two bytes each, folded
     */
    LiteralScan(List<byte[]> literals) {
        this.literals = literals.toArray(new byte[0][]);
        int least = 100;
        for (byte[] literal : literals) {
            least = Math.min(least, literal.length);
        }
        shortest = least;
        Arrays.fill(shift, (byte) (shortest - BLOCK + 1));
        for (int i = 0; i < this.literals.length; i++) {
            prepare(i);
        }
    }

    /** Only the first bytes of a literal, as many as the shortest has, decide where it may end. */
    private void prepare(int number) {
        byte[] literal = literals[number];
        for (int end = BLOCK; end <= shortest; end++) {
            int block = block(literal[end - 2], literal[end - 1]);
            shift[block] = (byte) Math.min(shift[block], shortest - end);
        }
        int last = block(literal[shortest - 2], literal[shortest - 1]);
        int[] some = endings[last] == null ? new int[0] : endings[last];
        int[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = number;
        endings[last] = more;
    }

    private static int block(byte first, byte second) {
        return ((first & 0xff) << 8) | (second & 0xff);
    }

    void search(byte[] text, int from, int until, Found found) {
        int at = from + shortest - 1;
        while (at < until) {
            int block = block(Ascii.fold(text[at - 1]), Ascii.fold(text[at]));
            int step = shift[block];
            if (step == 0) {
                verify(block, text, at - shortest + 1, until, found);
                step = 1;
            }
            at += step;
        }
    }

    private void verify(int block, byte[] text, int begin, int until, Found found) {
        for (int number : endings[block]) {
            byte[] literal = literals[number];
            if (begin + literal.length <= until && stands(literal, text, begin)) {
                found.literal(number);
            }
        }
    }

    private static boolean stands(byte[] literal, byte[] text, int begin) {
        for (int i = 0; i < literal.length; i++) {
            if (literal[i] != Ascii.fold(text[begin + i])) {
                return false;
            }
        }
        return true;
    }
}
