package az.qalxan.engines.detection;

import az.qalxan.engines.detection.Literal.Anchor;
import az.qalxan.engines.detection.SlotIndex.Candidates;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/**
 * Finds many literals in one pass (Aho and Corasick, 1975), as a table of states: or, as a trie,
 * those that a text begins or ends with, or is.
 *
 * <p>A state is the place of its row in the table. Where a literal ends in it, the table has it
 * with the highest bit set, so that one look tells both.
 */
final class LiteralAutomaton {

    private static final int NOWHERE = -1;
    private static final int ENDS = Integer.MIN_VALUE;
    private static final int[][] NONE = new int[0][];

    private final byte[] classes = new byte[256];
    private final int width;
    private int[] next;
    private int states = 1;

    /** Of each state the rules that the literals ending in it speak for. */
    private int[][][] rules = new int[16][][];

    /** Of each state the rules that a literal speaks for if the text is all of it. */
    private int[][][] wholes = new int[16][][];

    /** Where literals may stand in a text. */
    enum Way {
        ANYWHERE,
        /** At its first byte; the literals begin there. */
        FORWARDS,
        /** At its last byte; the literals end there, and some begin at the first. */
        BACKWARDS
    }

    /**
     * @param literals each with the rules that it speaks for
     */
    LiteralAutomaton(Map<Literal, int[]> literals, Way way) {
        width = number(literals);
        next = new int[width * 16];
        Arrays.fill(next, 0, width, NOWHERE);
        rules[0] = NONE;
        wholes[0] = NONE;
        literals.forEach((literal, some) -> {
            byte[] bytes = literal.bytes();
            int state = insert(way == Way.BACKWARDS ? reversed(bytes) : bytes);
            int[][][] held = literal.anchor() == Anchor.WHOLE ? wholes : rules;
            held[state] = with(held[state], new int[][] {some});
        });
        next = Arrays.copyOf(next, states * width);
        if (way == Way.ANYWHERE) {
            link();
        }
        toRows();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** Gives each byte that stands in a literal a class of its own; all others are class 0. */
    private int number(Map<Literal, int[]> literals) {
        int count = 1;
        for (Literal literal : literals.keySet()) {
            for (byte b : literal.bytes()) {
                if (classes[b & 0xff] == 0) {
                    classes[b & 0xff] = (byte) count++;
                }
            }
        }
        return count;
    }

    private int insert(byte[] literal) {
        int state = 0;
        for (byte b : literal) {
            int at = state * width + (classes[b & 0xff] & 0xff);
            if (next[at] == NOWHERE) {
                int added = newState();
                next[at] = added;
            }
            state = next[at];
        }
        return state;
    }

    private int newState() {
        if ((states + 1) * width > next.length) {
            next = Arrays.copyOf(next, 2 * next.length);
        }
        if (states == rules.length) {
            rules = Arrays.copyOf(rules, 2 * states);
            wholes = Arrays.copyOf(wholes, 2 * states);
        }
        Arrays.fill(next, states * width, (states + 1) * width, NOWHERE);
        rules[states] = NONE;
        wholes[states] = NONE;
        return states++;
    }

    private static int[][] with(int[][] some, int[][] more) {
        if (more.length == 0) {
            return some;
        }
        int[][] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** Makes every missing way the way of the longest suffix that is in the automaton. */
    private void link() {
        int[] fallback = new int[states];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            if (next[c] == NOWHERE) {
                next[c] = 0;
            } else {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int back = fallback[state];
            rules[state] = with(rules[state], rules[back]);
            for (int c = 0; c < width; c++) {
                int at = state * width + c;
                int behind = next[back * width + c];
                if (next[at] == NOWHERE) {
                    next[at] = behind;
                } else {
                    fallback[next[at]] = behind;
                    queue.add(next[at]);
                }
            }
        }
    }

    private void toRows() {
        for (int i = 0; i < next.length; i++) {
            int state = next[i];
            if (state != NOWHERE) {
                next[i] = state * width | (rules[state].length > 0 ? ENDS : 0);
            }
        }
    }

    /** The row after the byte, with its bit, or {@link #NOWHERE} in a trie. */
    private int step(int row, byte b) {
        return next[row + (classes[b & 0xff] & 0xff)];
    }

    /** Tells the rules of literals that stand anywhere in the text. */
    void search(byte[] text, int from, int until, Candidates candidates) {
        tell(rules, 0, candidates);
        int row = 0;
        for (int i = from; i < until; i++) {
            row = step(row, text[i]);
            if (row < 0) {
                row &= ~ENDS;
                tell(rules, row, candidates);
            }
        }
    }

    /** Tells the rules of literals that the text begins with. */
    void beginnings(byte[] text, int from, int until, Candidates candidates) {
        tell(rules, 0, candidates);
        int row = 0;
        for (int i = from; i < until; i++) {
            row = step(row, text[i]);
            if (row == NOWHERE) {
                return;
            }
            if (row < 0) {
                row &= ~ENDS;
                tell(rules, row, candidates);
            }
        }
    }

    /** Tells the rules of literals that the text ends with, or is. */
    void endings(byte[] text, int from, int until, Candidates candidates) {
        tell(rules, 0, candidates);
        int row = 0;
        for (int i = until - 1; i >= from; i--) {
            row = step(row, text[i]);
            if (row == NOWHERE) {
                return;
            }
            if (row < 0) {
                row &= ~ENDS;
                tell(rules, row, candidates);
            }
        }
        tell(wholes, row, candidates);
    }

    private void tell(int[][][] told, int row, Candidates candidates) {
        for (int[] some : told[row / width]) {
            candidates.add(some);
        }
    }
}
