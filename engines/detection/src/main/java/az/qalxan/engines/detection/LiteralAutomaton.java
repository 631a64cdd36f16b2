package az.qalxan.engines.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many byte strings in one pass (Aho and Corasick, 1975), as a table of states: or, as a
 * trie, those that a text begins with.
 */
final class LiteralAutomaton {

    static final int NOWHERE = -1;

    private final byte[] classes = new byte[256];
    private final int width;
    private int[] next;
    private int states = 1;
    private final List<int[]> found = new ArrayList<>();
    private int[][] outputs = new int[0][];

    /**
     * @param anywhere whether a literal may begin at every byte, or only at the first
     */
    LiteralAutomaton(List<byte[]> literals, boolean anywhere) {
        width = number(literals);
        next = new int[width * 16];
        Arrays.fill(next, 0, width, NOWHERE);
        found.add(new int[0]);
        for (int i = 0; i < literals.size(); i++) {
            insert(literals.get(i), i);
        }
        outputs = found.toArray(new int[0][]);
        found.clear();
        next = Arrays.copyOf(next, states * width);
        if (anywhere) {
            link();
        }
    }

    /** Gives each byte that stands in a literal a class of its own; all others are class 0. */
    private int number(List<byte[]> literals) {
        int count = 1;
        for (byte[] literal : literals) {
            for (byte b : literal) {
                if (classes[b & 0xff] == 0) {
                    classes[b & 0xff] = (byte) count++;
                }
            }
        }
        return count;
    }

    private void insert(byte[] literal, int number) {
        int state = 0;
        for (byte b : literal) {
            int at = state * width + (classes[b & 0xff] & 0xff);
            if (next[at] == NOWHERE) {
                if ((states + 1) * width > next.length) {
                    next = Arrays.copyOf(next, 2 * next.length);
                }
                Arrays.fill(next, states * width, (states + 1) * width, NOWHERE);
                found.add(new int[0]);
                next[at] = states++;
            }
            state = next[at];
        }
        found.set(state, with(found.get(state), new int[] {number}));
    }

    private static int[] with(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
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
            outputs[state] = with(outputs[state], outputs[back]);
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

    int start() {
        return 0;
    }

    /** The state after the byte, or {@link #NOWHERE} in a trie. */
    int step(int state, byte b) {
        return next[state * width + (classes[b & 0xff] & 0xff)];
    }

    /** The numbers of the literals that end in the state. */
    int[] found(int state) {
        return outputs[state];
    }

    int states() {
        return states;
    }
}
