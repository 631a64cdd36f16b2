package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RegexNode.At;
import az.qalxan.engines.detection.RegexNode.Chars;
import az.qalxan.engines.detection.RegexNode.Choice;
import az.qalxan.engines.detection.RegexNode.Edge;
import az.qalxan.engines.detection.RegexNode.Repeat;
import az.qalxan.engines.detection.RegexNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression as states of a non-deterministic automaton (Thompson's construction). State 0 is
 * the end.
 */
final class RegexProgram {

    static final int STATES_MAX = 20_000;

    /** The state that has been reached when the expression fits. */
    static final int FITS = 0;

    private final List<State> states = new ArrayList<>();
    private final int start;
    private final boolean anchored;

    /**
     * One state.
     *
     * @param set what is read on the way to {@code next}; null where nothing is
     * @param edge what must hold here; null where nothing must
     * @param other a second way on, or -1
     */
    record State(@Nullable CharSet set, @Nullable Edge edge, int next, int other) {}

    RegexProgram(RegexNode node) throws BadRegex {
        states.add(new State(null, null, -1, -1));
        start = build(node, FITS);
        anchored = isAnchored();
    }

    /** Whether it reads nothing but from the text's first character on. */
    boolean anchored() {
        return anchored;
    }

    private boolean isAnchored() {
        BitSet seen = new BitSet();
        Deque<Integer> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            int index = left.remove();
            State state = states.get(index);
            if (index == FITS || state.set() != null) {
                return false;
            }
            if (state.edge() == Edge.TEXT_START || seen.get(index)) {
                continue;
            }
            seen.set(index);
            left.add(state.next());
            if (state.other() >= 0) {
                left.add(state.other());
            }
        }
        return true;
    }

    State state(int index) {
        return states.get(index);
    }

    int size() {
        return states.size();
    }

    int start() {
        return start;
    }

    private int add(State state) throws BadRegex {
        if (states.size() == STATES_MAX) {
            throw BadRegex.tooLarge(STATES_MAX);
        }
        states.add(state);
        return states.size() - 1;
    }

    /** Builds the states of a node in front of the state that follows it. */
    private int build(RegexNode node, int next) throws BadRegex {
        return switch (node) {
            case Chars chars -> add(new State(chars.set(), null, next, -1));
            case At place -> add(new State(null, place.edge(), next, -1));
            case Sequence sequence -> {
                int first = next;
                for (RegexNode part : sequence.nodes().reversed()) {
                    first = build(part, first);
                }
                yield first;
            }
            case Choice choice -> {
                int first = -1;
                for (RegexNode one : choice.nodes().reversed()) {
                    int start = build(one, next);
                    first = first < 0 ? start : add(new State(null, null, start, first));
                }
                yield first;
            }
            case Repeat repeat -> repeat(repeat, next);
        };
    }

    private int repeat(Repeat repeat, int next) throws BadRegex {
        int first = next;
        if (repeat.max() == Repeat.WITHOUT_END) {
            int loop = add(new State(null, null, -1, next));
            int body = build(repeat.node(), loop);
            states.set(loop, new State(null, null, body, next));
            first = loop;
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                first = add(new State(null, null, build(repeat.node(), first), next));
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            first = build(repeat.node(), first);
        }
        return first;
    }
}
