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
        if (events == 0 || literal.slot() < 0) {
            return prior;
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
}
