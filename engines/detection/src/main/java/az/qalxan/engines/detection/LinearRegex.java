package az.qalxan.engines.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an expression in a text in time linear to the text, whatever the text is: a
 * deterministic automaton that is built while texts are read (as RE2 does), within a fixed memory.
 * Safe for use by many threads.
 */
final class LinearRegex {

    /** Automaton states that are kept; with more of them it starts afresh. */
    static final int KEPT_MAX = 2_000;

    private final String written;
    private final RegexNode node;
    private final RegexProgram program;
    private final CharClasses classes;
    private final int lastNewline;
    private final int end;
    private volatile RegexAutomaton automaton;

    private LinearRegex(String written, RegexFlags flags) throws BadRegex {
        this.written = written;
        node = RegexReading.read(written, flags);
        program = new RegexProgram(node);
        classes = CharClasses.of(program);
        automaton = new RegexAutomaton(program, classes, KEPT_MAX);
        lastNewline = automaton.lastNewline();
        end = automaton.end();
    }

    static LinearRegex of(String written, RegexFlags flags) throws BadRegex {
        return new LinearRegex(written, flags);
    }

    String written() {
        return written;
    }

    RegexNode node() {
        return node;
    }

    /** Whether the expression fits somewhere in the text. */
    boolean finds(String text) {
        RegexAutomaton here = automaton;
        int[] table = here.table();
        int row = here.start();
        for (int i = 0; ; i++) {
            int symbol = symbol(text, i);
            int next = table[row + symbol];
            if (next == RegexAutomaton.UNKNOWN) {
                RegexAutomaton.Reached reached = here.follow(row, symbol);
                here = reached.automaton();
                automaton = here;
                table = here.table();
                next = reached.row();
            }
            if (next < 0) {
                return next == RegexAutomaton.FITS;
            }
            row = next;
        }
    }

    private int symbol(String text, int at) {
        int length = text.length();
        if (at == length) {
            return end;
        }
        char c = text.charAt(at);
        return c == '\n' && at == length - 1 ? lastNewline : classes.of(c);
    }

    /** The same for a text of ASCII, of which no characters have to be made. */
    boolean finds(byte[] ascii) {
        RegexAutomaton here = automaton;
        int[] table = here.table();
        int row = here.start();
        for (int i = 0; ; i++) {
            int symbol = symbol(ascii, i);
            int next = table[row + symbol];
            if (next == RegexAutomaton.UNKNOWN) {
                RegexAutomaton.Reached reached = here.follow(row, symbol);
                here = reached.automaton();
                automaton = here;
                table = here.table();
                next = reached.row();
            }
            if (next < 0) {
                return next == RegexAutomaton.FITS;
            }
            row = next;
        }
    }

    private int symbol(byte[] ascii, int at) {
        int length = ascii.length;
        if (at == length) {
            return end;
        }
        byte c = ascii[at];
        return c == '\n' && at == length - 1 ? lastNewline : classes.ofAscii(c);
    }

    /**
     * Where the expression first fits, of all fits from there the longest; null where it does not.
     * Slower than {@link #finds} by the number of states.
     */
    @Nullable Span span(String text) {
        int[] begins = new int[program.size()];
        int[] later = new int[program.size()];
        Arrays.fill(begins, -1);
        int found = -1;
        int until = -1;
        for (int i = 0; i <= text.length(); i++) {
            if (found < 0) {
                begins[program.start()] = earliest(begins[program.start()], i);
            }
            spread(begins, text, i);
            int begun = begins[RegexProgram.FITS];
            if (begun >= 0 && (found < 0 || begun <= found)) {
                found = begun;
                until = i;
            }
            if (i < text.length()) {
                Arrays.fill(later, -1);
                advance(begins, later, text.charAt(i), found);
                int[] swap = begins;
                begins = later;
                later = swap;
            }
        }
        return found < 0 ? null : new Span(found, until);
    }

    private static int earliest(int one, int other) {
        return one < 0 ? other : Math.min(one, other);
    }

    private void advance(int[] begins, int[] later, char c, int found) {
        for (int state = 0; state < begins.length; state++) {
            CharSet set = program.state(state).set();
            boolean useful = found < 0 || begins[state] <= found;
            if (begins[state] >= 0 && useful && set != null && set.holds(c)) {
                int next = program.state(state).next();
                later[next] = earliest(later[next], begins[state]);
            }
        }
    }

    /** Follows all ways that read nothing, until nothing gets an earlier start any more. */
    private void spread(int[] begins, String text, int index) {
        CharKind before = index == 0 ? CharKind.EDGE : CharKind.of(text.charAt(index - 1));
        CharKind after = index == text.length() ? CharKind.EDGE : CharKind.of(text.charAt(index));
        boolean last = index == text.length() - 1 && text.charAt(index) == '\n';
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = 1; state < begins.length; state++) {
                RegexProgram.State here = program.state(state);
                if (begins[state] < 0 || here.set() != null) {
                    continue;
                }
                if (here.edge() != null && !here.edge().holds(before, after, last)) {
                    continue;
                }
                changed |= reach(begins, here.next(), begins[state]);
                changed |= here.other() >= 0 && reach(begins, here.other(), begins[state]);
            }
        }
    }

    private static boolean reach(int[] begins, int state, int begun) {
        if (begins[state] >= 0 && begins[state] <= begun) {
            return false;
        }
        begins[state] = begun;
        return true;
    }
}
