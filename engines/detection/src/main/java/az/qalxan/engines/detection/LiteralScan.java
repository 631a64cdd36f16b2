package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds literals in much text, without regard to the case of ASCII, and looks at little of it. In
 * the shortest literal so many blocks of two or four bytes begin, one at each byte; looking at one
 * block in so many of the text therefore meets one of every literal that stands in it. Of a longer
 * literal those of its blocks count that fewest others have.
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
    private static final int SMALL_BITS_MIN = 9;

    /** So many places share a list of literals. */
    private static final int SHARING_BITS = 4;

    private final int block;
    private final int step;
    private final int bits;
    private final long[] known;
    private final Occurrence[][] occurrences;

    /** That a block stands in a literal behind so many bytes of it. */
    private record Occurrence(byte[] literal, int[] rules, int before) {}

    private static final Occurrence[] NONE = {};

    /**
     * @param literals of at least two bytes each, and the rules that each speaks for
     */
    LiteralScan(Map<Literal, int[]> literals) {
        this(literals, BITS_MIN);
    }

    /** Of a rule's own few texts, so that thousands of such lists take little memory. */
    static LiteralScan small(Collection<Literal> literals) {
        Map<Literal, int[]> all = new HashMap<>();
        literals.forEach(one -> all.put(one, new int[0]));
        return new LiteralScan(all, SMALL_BITS_MIN);
    }

    private LiteralScan(Map<Literal, int[]> literals, int bitsMin) {
        int shortest = shortest(literals.keySet());
        block = shortest >= LONG ? 4 : 2;
        step = shortest - block + 1;
        int places = Integer.highestOneBit(literals.size() * step * SPARSENESS);
        bits = Math.clamp(Integer.numberOfTrailingZeros(places), bitsMin, BITS_MAX);
        known = new long[1 << (bits - 6)];
        occurrences = new Occurrence[1 << (bits - SHARING_BITS)][];
        Arrays.fill(occurrences, NONE);
        literals.forEach((literal, rules) -> {
            int begin = leastCrowded(literal.bytes(), shortest);
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
        Occurrence[] some = at(place);
        Occurrence[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = occurrence;
        occurrences[place >>> SHARING_BITS] = more;
    }

    private Occurrence[] at(int place) {
        return occurrences[place >>> SHARING_BITS];
    }

    /** Where those bytes of the literal begin whose blocks fewest other literals have. */
    private int leastCrowded(byte[] literal, int length) {
        int best = literal.length - length;
        int least = Integer.MAX_VALUE;
        for (int begin = best; begin >= 0; begin--) {
            int crowd = 0;
            for (int before = begin; before < begin + step; before++) {
                crowd += at(place(literal, before)).length;
            }
            if (crowd < least) {
                best = begin;
                least = crowd;
            }
        }
        return best;
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

    /** Whether any of the literals stands in the text. */
    boolean finds(byte[] text, int from, int until) {
        for (int at = from; at + block <= until; at += step) {
            int place = place(text, at);
            if ((known[place >>> 6] & 1L << place) != 0 && isOne(place, text, at, from, until)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(int place, byte[] text, int at, int from, int until) {
        for (Occurrence one : at(place)) {
            int begin = at - one.before();
            boolean inside = begin >= from && begin + one.literal().length <= until;
            if (inside && stands(one.literal(), text, begin)) {
                return true;
            }
        }
        return false;
    }

    private void verify(
            int place, byte[] text, int at, int from, int until, Candidates candidates) {
        for (Occurrence one : at(place)) {
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
