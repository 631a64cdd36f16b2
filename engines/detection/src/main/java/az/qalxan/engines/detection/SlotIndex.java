package az.qalxan.engines.detection;

import az.qalxan.engines.detection.Literal.Anchor;
import az.qalxan.engines.detection.LiteralAutomaton.Way;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which rules a value of one field makes worth looking at. */
final class SlotIndex {

    private static final int NUMBER_BYTES_MAX = 60;

    /** Either these two look for what may stand anywhere, or the automaton behind them does. */
    private final @Nullable LiteralScan longOnes;

    private final @Nullable LiteralScan shortOnes;
    private final @Nullable LiteralAutomaton anywhere;

    private final @Nullable LiteralAutomaton starts;
    private final @Nullable LiteralAutomaton ends;
    private final Map<Long, int[]> numbers = new HashMap<>();

    /** Takes the rules' numbers. */
    interface Candidates {
        void add(int[] rules);
    }

    SlotIndex(Map<Literal, int[]> literals) {
        Map<Literal, int[]> parts = some(literals, one -> one.anchor() == Anchor.ANYWHERE);
        Map<Literal, int[]> longParts = some(parts, LiteralScan::isLong);
        Map<Literal, int[]> shortParts = some(parts, one -> !LiteralScan.isLong(one));
        boolean scan =
                LiteralScan.suits(longParts.keySet()) && LiteralScan.suits(shortParts.keySet());
        longOnes = scan && !longParts.isEmpty() ? new LiteralScan(longParts) : null;
        shortOnes = scan && !shortParts.isEmpty() ? new LiteralScan(shortParts) : null;
        anywhere = scan ? null : new LiteralAutomaton(parts, Way.ANYWHERE);
        starts = trie(some(literals, one -> one.anchor() == Anchor.START), Way.FORWARDS);
        ends = trie(some(literals, SlotIndex::isAtEnd), Way.BACKWARDS);
        some(literals, one -> one.anchor() == Anchor.NUMBER)
                .forEach((literal, rules) -> numbers.put(number(literal), rules));
    }

    private static Map<Literal, int[]> some(Map<Literal, int[]> all, Predicate<Literal> asked) {
        Map<Literal, int[]> some = new HashMap<>(all);
        some.keySet().removeIf(asked.negate());
        return some;
    }

    private static boolean isAtEnd(Literal literal) {
        return literal.anchor() == Anchor.END || literal.anchor() == Anchor.WHOLE;
    }

    private static @Nullable LiteralAutomaton trie(Map<Literal, int[]> literals, Way way) {
        return literals.isEmpty() ? null : new LiteralAutomaton(literals, way);
    }

    private static Long number(Literal literal) {
        return Long.valueOf(new String(literal.bytes(), StandardCharsets.US_ASCII));
    }

    /** Tells the rules for which a literal stands in the folded bytes. */
    void search(byte[] folded, int from, int until, Candidates candidates) {
        if (longOnes != null) {
            longOnes.search(folded, from, until, candidates);
        }
        if (shortOnes != null) {
            shortOnes.search(folded, from, until, candidates);
        }
        if (anywhere != null) {
            anywhere.search(folded, from, until, candidates);
        }
        if (starts != null) {
            starts.beginnings(folded, from, until, candidates);
        }
        if (ends != null) {
            ends.endings(folded, from, until, candidates);
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
}
