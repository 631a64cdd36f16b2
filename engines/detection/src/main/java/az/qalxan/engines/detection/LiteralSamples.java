package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some values of the events seen so far, to tell how often a literal really stands in its field.
 */
final class LiteralSamples {

    /** Nothing has been seen: the literals' length decides. */
    static final LiteralSamples NONE = new LiteralSamples(0);

    static final int EVENTS_MAX = 128;
    private static final int VALUE_BYTES_MAX = 2_048;
    private static final int WORDS_EVENTS_MAX = 16;

    /** For looking through all of an event: dearer than any field, cheaper than one in each. */
    private static final double WORD_COST = 1;

    private final List<byte[]>[] bySlot;
    private int events;

    @SuppressWarnings({"unchecked", "rawtypes"})
    LiteralSamples(int slots) {
        bySlot = new List[slots];
    }

    /** Drops the values, that no text of an event is kept longer than needed. */
    void forget() {
        Arrays.fill(bySlot, null);
    }

    boolean enough() {
        return events == EVENTS_MAX;
    }

    void add(SlottedEvent event) {
        events++;
        for (int value = 0; value < event.count(); value++) {
            int slot = event.slot(value);
            if (bySlot[slot] == null) {
                bySlot[slot] = new ArrayList<>();
            }
            int from = event.from(value);
            int length = Math.min(event.until(value) - from, VALUE_BYTES_MAX);
            byte[] copy = new byte[length];
            System.arraycopy(event.folded(), from, copy, 0, length);
            bySlot[slot].add(copy);
        }
    }

    /** In how many of a hundred events the literal is thought to stand. */
    double cost(Literal literal) {
        double prior = literal.cost();
        if (events == 0) {
            return prior;
        }
        if (literal.slot() < 0) {
            return anywhere(literal.pattern());
        }
        int hits = 0;
        if (bySlot[literal.slot()] != null) {
            BytePattern pattern = literal.pattern();
            for (byte[] value : bySlot[literal.slot()]) {
                hits += pattern.matches(value, 0, value.length) ? 1 : 0;
            }
        }
        return 100.0 * hits / events + prior / 100;
    }

    /** By a few values of each field: words are many, and all of them are looked for at once. */
    private double anywhere(BytePattern pattern) {
        int hits = 0;
        for (List<byte[]> values : bySlot) {
            int some = values == null ? 0 : Math.min(values.size(), WORDS_EVENTS_MAX);
            for (int i = 0; i < some; i++) {
                byte[] value = values.get(i);
                hits += pattern.matches(value, 0, value.length) ? 1 : 0;
            }
        }
        return WORD_COST + 100.0 * Math.min(hits, WORDS_EVENTS_MAX) / WORDS_EVENTS_MAX;
    }
}
