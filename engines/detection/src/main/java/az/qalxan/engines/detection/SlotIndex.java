package az.qalxan.engines.detection;

import az.qalxan.engines.detection.Literal.Anchor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules a value of one field makes worth looking at. */
final class SlotIndex {

    private static final int NUMBER_BYTES_MAX = 60;

    private final @Nullable Side anywhere;
    private final @Nullable Side starts;
    private final @Nullable Side ends;
    private final Map<Long, int[]> numbers = new HashMap<>();

    /** Literals of one kind, and for each the rules that it speaks for. */
    private record Side(LiteralAutomaton automaton, int[][] rules, boolean[] whole, int[] length) {}

    /** Takes the rules' numbers. */
    interface Candidates {
        void add(int[] rules);
    }

    SlotIndex(Map<Literal, int[]> literals) {
        anywhere = side(literals, List.of(Anchor.ANYWHERE));
        starts = side(literals, List.of(Anchor.START));
        ends = side(literals, List.of(Anchor.END, Anchor.WHOLE));
        literals.forEach((literal, rules) -> {
            if (literal.anchor() == Anchor.NUMBER) {
                String digits = new String(literal.bytes(), StandardCharsets.US_ASCII);
                numbers.put(Long.valueOf(digits), rules);
            }
        });
    }

    private static @Nullable Side side(Map<Literal, int[]> literals, List<Anchor> anchors) {
        List<byte[]> bytes = new ArrayList<>();
        List<Map.Entry<Literal, int[]>> kept = new ArrayList<>();
        for (Map.Entry<Literal, int[]> entry : literals.entrySet()) {
            Literal literal = entry.getKey();
            if (anchors.contains(literal.anchor())) {
                boolean backwards = anchors.contains(Anchor.END);
                bytes.add(backwards ? reversed(literal.bytes()) : literal.bytes());
                kept.add(entry);
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        int[][] rules = new int[kept.size()][];
        boolean[] whole = new boolean[kept.size()];
        int[] length = new int[kept.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = kept.get(i).getValue();
            whole[i] = kept.get(i).getKey().anchor() == Anchor.WHOLE;
            length[i] = kept.get(i).getKey().bytes().length;
        }
        boolean everywhere = anchors.contains(Anchor.ANYWHERE);
        return new Side(new LiteralAutomaton(bytes, everywhere), rules, whole, length);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** Tells the rules for which a literal stands in the folded bytes. */
    void search(byte[] folded, int from, int until, Candidates candidates) {
        if (anywhere != null) {
            everywhere(anywhere, folded, from, until, candidates);
        }
        if (starts != null) {
            forwards(starts, folded, from, until, candidates);
        }
        if (ends != null) {
            backwards(ends, folded, from, until, candidates);
        }
        if (!numbers.isEmpty()) {
            number(folded, from, until, candidates);
        }
    }

    /** However the value writes the number: 80, 80.0 and 0x50 are one. */
    private void number(byte[] folded, int from, int until, Candidates candidates) {
        if (from == until || until - from > NUMBER_BYTES_MAX) {
            return;
        }
        String text = new String(folded, from, until - from, StandardCharsets.ISO_8859_1);
        BigDecimal number = Numbers.parse(text);
        if (number != null && number.precision() - number.scale() < 19) {
            int[] rules = numbers.get(number.longValue());
            if (rules != null) {
                candidates.add(rules);
            }
        }
    }

    private static void everywhere(
            Side side, byte[] folded, int from, int until, Candidates candidates) {
        LiteralAutomaton automaton = side.automaton();
        int state = automaton.start();
        tell(side, automaton.found(state), until - from, candidates);
        for (int i = from; i < until; i++) {
            state = automaton.step(state, folded[i]);
            int[] found = automaton.found(state);
            if (found.length > 0) {
                tell(side, found, until - from, candidates);
            }
        }
    }

    private static void forwards(
            Side side, byte[] folded, int from, int until, Candidates candidates) {
        LiteralAutomaton automaton = side.automaton();
        int state = automaton.start();
        for (int i = from; state != LiteralAutomaton.NOWHERE; i++) {
            tell(side, automaton.found(state), until - from, candidates);
            state = i < until ? automaton.step(state, folded[i]) : LiteralAutomaton.NOWHERE;
        }
    }

    private static void backwards(
            Side side, byte[] folded, int from, int until, Candidates candidates) {
        LiteralAutomaton automaton = side.automaton();
        int state = automaton.start();
        for (int i = until - 1; state != LiteralAutomaton.NOWHERE; i--) {
            tell(side, automaton.found(state), until - from, candidates);
            state = i >= from ? automaton.step(state, folded[i]) : LiteralAutomaton.NOWHERE;
        }
    }

    private static void tell(Side side, int[] found, int length, Candidates candidates) {
        for (int literal : found) {
            if (!side.whole()[literal] || side.length()[literal] == length) {
                candidates.add(side.rules()[literal]);
            }
        }
    }
}
