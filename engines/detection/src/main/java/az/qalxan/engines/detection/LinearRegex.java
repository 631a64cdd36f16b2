package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RegexNode.Edge;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private volatile Automaton automaton;

    private LinearRegex(String written, RegexFlags flags) throws BadRegex {
        this.written = written;
        node = RegexReading.read(written, flags);
        program = new RegexProgram(node);
        classes = CharClasses.of(program);
        lastNewline = classes.count();
        end = lastNewline + 1;
        automaton = new Automaton();
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
        Node node = automaton.first();
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int symbol = c == '\n' && i == length - 1 ? lastNewline : classes.of(c);
            node = step(node, symbol);
            if (node.decided) {
                return node.fits;
            }
        }
        return step(node, end).fits;
    }

    /** The same for a text of ASCII. */
    boolean finds(byte[] ascii) {
        Node node = automaton.first();
        int length = ascii.length;
        for (int i = 0; i < length; i++) {
            byte c = ascii[i];
            int symbol = c == '\n' && i == length - 1 ? lastNewline : classes.ofAscii(c);
            node = step(node, symbol);
            if (node.decided) {
                return node.fits;
            }
        }
        return step(node, end).fits;
    }

    private Node step(Node node, int symbol) {
        Node next = node.next[symbol];
        if (next == null) {
            next = automaton.follow(node, symbol);
            node.next[symbol] = next;
        }
        return next;
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
        Kind before = index == 0 ? Kind.EDGE : kind(text.charAt(index - 1));
        Kind after = index == text.length() ? Kind.EDGE : kind(text.charAt(index));
        boolean last = index == text.length() - 1 && text.charAt(index) == '\n';
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = 1; state < begins.length; state++) {
                RegexProgram.State here = program.state(state);
                if (begins[state] < 0 || here.set() != null) {
                    continue;
                }
                if (here.edge() != null && !holds(here.edge(), before, after, last)) {
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

    private enum Kind {
        EDGE,
        NEWLINE,
        WORD,
        OTHER
    }

    private static Kind kind(char c) {
        if (c == '\n') {
            return Kind.NEWLINE;
        }
        return CharSet.WORD.holds(c) ? Kind.WORD : Kind.OTHER;
    }

    private static boolean holds(Edge edge, Kind before, Kind after, boolean lastNewline) {
        boolean wordEdge = (before == Kind.WORD) != (after == Kind.WORD);
        return switch (edge) {
            case TEXT_START -> before == Kind.EDGE;
            case TEXT_END -> after == Kind.EDGE;
            case TEXT_END_OR_LAST_NEWLINE -> after == Kind.EDGE || lastNewline;
            case LINE_START -> before == Kind.EDGE || before == Kind.NEWLINE;
            case LINE_END -> after == Kind.EDGE || after == Kind.NEWLINE;
            case WORD_EDGE -> wordEdge;
            case NO_WORD_EDGE -> !wordEdge;
        };
    }

    /** A state of the deterministic automaton: states of the program, and what was read last. */
    private static final class Node {

        final int[] states;
        final Kind before;
        final boolean fits;

        /** Whether nothing that follows can change the answer. */
        final boolean decided;

        final @Nullable Node[] next;

        Node(int[] states, Kind before, boolean fits, int symbols) {
            this.states = states;
            this.before = before;
            this.fits = fits;
            decided = fits || states.length == 0;
            next = new Node[symbols];
        }
    }

    private record Key(BitSet states, Kind before) {}

    private final class Automaton {

        private final Map<Key, Node> nodes = new ConcurrentHashMap<>();
        private final Node fitting = new Node(new int[0], Kind.EDGE, true, 0);
        private final Node first =
                new Node(new int[] {program.start()}, Kind.EDGE, false, symbols());

        private int symbols() {
            return classes.count() + 2;
        }

        Node first() {
            return first;
        }

        /** What follows after one symbol; the program starts anew before every character, unless it fits only from the text's start. */
        Node follow(Node from, int symbol) {
            boolean last = symbol == lastNewline;
            char c = symbol < lastNewline ? classes.example(symbol) : '\n';
            Kind after = symbol == end ? Kind.EDGE : kind(c);
            BitSet closed = new BitSet(program.size());
            BitSet reached = new BitSet(program.size());
            int[] stack = new int[2 * program.size() + 1];
            for (int state : from.states) {
                close(state, closed, stack, edge -> holds(edge, from.before, after, last));
            }
            if (closed.get(RegexProgram.FITS)) {
                return fitting;
            }
            if (!program.anchored()) {
                reached.set(program.start());
            }
            for (int s = closed.nextSetBit(0); s >= 0; s = closed.nextSetBit(s + 1)) {
                CharSet set = program.state(s).set();
                if (set != null && symbol != end && set.holds(c)) {
                    reached.set(program.state(s).next());
                }
            }
            return node(reached, after);
        }

        private Node node(BitSet states, Kind before) {
            if (nodes.size() >= KEPT_MAX) {
                automaton = new Automaton();
                return automaton.made(states, before);
            }
            return made(states, before);
        }

        private Node made(BitSet states, Kind before) {
            return nodes.computeIfAbsent(
                    new Key(states, before),
                    key -> new Node(key.states().stream().toArray(), before, false, symbols()));
        }

        private void close(
                int start, BitSet closed, int[] stack, java.util.function.Predicate<Edge> holds) {
            int top = 0;
            stack[top++] = start;
            while (top > 0) {
                int state = stack[--top];
                if (closed.get(state)) {
                    continue;
                }
                closed.set(state);
                RegexProgram.State here = program.state(state);
                if (state == RegexProgram.FITS || here.set() != null) {
                    continue;
                }
                if (here.edge() == null || holds.test(here.edge())) {
                    stack[top++] = here.next();
                    if (here.other() >= 0) {
                        stack[top++] = here.other();
                    }
                }
            }
        }
    }
}
