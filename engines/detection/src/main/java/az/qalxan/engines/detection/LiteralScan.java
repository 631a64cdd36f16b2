package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds literals in much text, without regard to the case of ASCII, and looks at little of it. In
 * the shortest literal so many blocks of two or four bytes begin, one at each byte; looking at one
 * block in so many of the text therefore meets one of every literal that stands in it. Of longer
 * literals the last bytes count: fewer have the same ending than the same beginning.
 */
final class LiteralScan {

    /** Of literals so long few bytes are looked at, in blocks of four, which are rare. */
    private static final int LONG = 8;

    private static final int LONG_ONES_MAX = 1_000;

    /** Shorter or more of the shorter ones are found sooner by an automaton. */
    private static final int SHORT = 4;

    private static final int SHORT_ONES_MAX = 64;

    private static final VarHandle TWO =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Makes letters small, and some signs others; what then looks alike is told apart later. */
    private static final int SMALL = 0x2020_2020;

    private static final int MIXING = 0x9e37_79b1;

    /** Places for each block, so that few look known that are not. */
    private static final int SPARSENESS = 32;

    private static final int BITS_MIN = 15;
    private static final int BITS_MAX = 18;

    /** So many places share a list of literals. */
    private static final int SHARING_BITS = 4;

    private final int block;
    private final int step;
    private final int bits;
    private final long[] known;
    private final @Nullable List<Occurrence>[] occurrences;

    /** That a block stands in a literal behind so many bytes of it. */
    private record Occurrence(byte[] literal, int[] rules, int before) {}

    /**
     * @param literals of at least two bytes each, and the rules that each speaks for
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    LiteralScan(Map<Literal, int[]> literals) {
        int shortest = shortest(literals.keySet());
        block = shortest >= LONG ? 4 : 2;
        step = shortest - block + 1;
        int places = Integer.highestOneBit(literals.size() * step * SPARSENESS);
        bits = Math.clamp(Integer.numberOfTrailingZeros(places), BITS_MIN, BITS_MAX);
        known = new long[1 << (bits - 6)];
        occurrences = new List[1 << (bits - SHARING_BITS)];
        literals.forEach((literal, rules) -> {
            int begin = literal.bytes().length - shortest;
            for (int before = begin; before < begin + step; before++) {
                add(new Occurrence(literal.bytes(), rules, before));
            }
        });
    }

    private static int shortest(Collection<Literal> literals) {
        return literals.stream().mapToInt(one -> one.bytes().length).min().orElse(LONG);
    }

    private void add(Occurrence occurrence) {
        int place = place(occurrence.literal(), occurrence.before());
        known[place >>> 6] |= 1L << place;
        List<Occurrence> some = occurrences[place >>> SHARING_BITS];
        if (some == null) {
            some = new ArrayList<>(1);
            occurrences[place >>> SHARING_BITS] = some;
        }
        some.add(occurrence);
    }

    static boolean isLong(Literal literal) {
        return literal.bytes().length >= LONG;
    }

    /** Whether it is quicker than an automaton that looks at every byte. */
    static boolean suits(Collection<Literal> literals) {
        int shortest = shortest(literals);
        return shortest >= SHORT
                && literals.size() <= (shortest >= LONG ? LONG_ONES_MAX : SHORT_ONES_MAX);
    }

    private int place(byte[] text, int at) {
        int bytes = block == 4 ? (int) FOUR.get(text, at) : (short) TWO.get(text, at);
        return ((bytes | SMALL) * MIXING) >>> (Integer.SIZE - bits);
    }

    void search(byte[] text, int from, int until, Candidates candidates) {
        for (int at = from; at + block <= until; at += step) {
            int place = place(text, at);
            if ((known[place >>> 6] & 1L << place) != 0) {
                verify(place, text, at, from, until, candidates);
            }
        }
    }

    private void verify(
            int place, byte[] text, int at, int from, int until, Candidates candidates) {
        List<Occurrence> some = occurrences[place >>> SHARING_BITS];
        if (some == null) {
            return;
        }
        for (Occurrence one : some) {
            int begin = at - one.before();
            boolean inside = begin >= from && begin + one.literal().length <= until;
            if (inside && stands(one.literal(), text, begin)) {
                candidates.add(one.rules());
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
