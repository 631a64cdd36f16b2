package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deterministic automaton of an expression, as a table that is filled in while texts are read
 * (as RE2 does), within a fixed memory.
 *
 * <p>Many threads read the table while one adds to it. That is safe: a place holds {@link #UNKNOWN}
 * until it is known, is then written once, and a table that has become too small is left as it is.
 */
final class RegexAutomaton {

    static final int UNKNOWN = 0;

    /** The expression fits, whatever follows. */
    static final int FITS = -1;

    /** The expression does not fit, whatever follows. */
    static final int NEVER = -2;

    private final RegexProgram program;
    private final CharClasses classes;
    private final int keptMax;
    private final int width;
    private final Map<State, Integer> rows = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private volatile int[] table;

    /** States of the program that have been reached, and what was read last. */
    private record State(BitSet reached, CharKind before) {}

    /** A row of an automaton: of a new one, where the old one was full. */
    record Reached(RegexAutomaton automaton, int row) {}

    /**
     * @param keptMax with so many states it is full
     */
    RegexAutomaton(RegexProgram program, CharClasses classes, int keptMax) {
        this.program = program;
        this.classes = classes;
        this.keptMax = keptMax;
        width = classes.count() + 2;
        table = new int[8 * width];
        BitSet first = new BitSet();
        first.set(program.start());
        row(new State(first, CharKind.EDGE));
    }

    /** The row that every search begins in. */
    int start() {
        return width;
    }

    /** At the place of a row and a symbol is the row that follows, or one of the three answers. */
    int[] table() {
        return table;
    }

    /** The symbol of a line's end that is the last character. */
    int lastNewline() {
        return classes.count();
    }

    /** The symbol of a text's end. */
    int end() {
        return classes.count() + 1;
    }

    /** Fills in what follows a row after a symbol. */
    synchronized Reached follow(int row, int symbol) {
        State from = states.get(row / width - 1);
        BitSet closed = closed(from, symbol);
        int next;
        if (closed.get(RegexProgram.FITS)) {
            next = FITS;
        } else if (symbol == end()) {
            next = NEVER;
        } else {
            State state = after(closed, character(symbol));
            if (states.size() == keptMax && !rows.containsKey(state)) {
                RegexAutomaton fresh = new RegexAutomaton(program, classes, keptMax);
                return new Reached(fresh, fresh.row(state));
            }
            next = state.reached().isEmpty() ? NEVER : row(state);
        }
        table[row + symbol] = next;
        return new Reached(this, next);
    }

    private char character(int symbol) {
        return symbol < lastNewline() ? classes.example(symbol) : '\n';
    }

    /** The states that are reached without reading anything, before the symbol. */
    private BitSet closed(State from, int symbol) {
        boolean last = symbol == lastNewline();
        CharKind after = symbol == end() ? CharKind.EDGE : CharKind.of(character(symbol));
        BitSet closed = new BitSet(program.size());
        int[] stack = new int[2 * program.size() + from.reached().cardinality()];
        int top = 0;
        for (int s = from.reached().nextSetBit(0); s >= 0; s = from.reached().nextSetBit(s + 1)) {
            stack[top++] = s;
        }
        while (top > 0) {
            int state = stack[--top];
            RegexProgram.State here = program.state(state);
            boolean seen = closed.get(state);
            closed.set(state);
            if (seen || state == RegexProgram.FITS || here.set() != null) {
                continue;
            }
            if (here.edge() == null || here.edge().holds(from.before(), after, last)) {
                stack[top++] = here.next();
                if (here.other() >= 0) {
                    stack[top++] = here.other();
                }
            }
        }
        return closed;
    }

    /** Where the character leads; the program also starts anew, unless it is anchored. */
    private State after(BitSet closed, char c) {
        BitSet reached = new BitSet(program.size());
        if (!program.anchored()) {
            reached.set(program.start());
        }
        for (int s = closed.nextSetBit(0); s >= 0; s = closed.nextSetBit(s + 1)) {
            CharSet set = program.state(s).set();
            if (set != null && set.holds(c)) {
                reached.set(program.state(s).next());
            }
        }
        return new State(reached, CharKind.of(c));
    }

    private synchronized int row(State state) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        states.add(state);
        int row = states.size() * width;
        rows.put(state, row);
        if (row + width > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
        }
        return row;
    }
}
