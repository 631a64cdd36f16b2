package az.qalxan.engines.evtx;

import java.util.IdentityHashMap;
import java.util.Map;

/** How often each key was written into one JSON object. */
final class Keys {

    private static final int FEW = 8;

    private final Name[] few = new Name[FEW];
    private final int[] times = new int[FEW];
    private int count;
    private final Map<Name, Integer> many = new IdentityHashMap<>();

    /** Counts a key; returns how often it came before. */
    int count(Name key) {
        for (int i = 0; i < count; i++) {
            if (few[i] == key) {
                return times[i]++;
            }
        }
        if (count < FEW) {
            few[count] = key;
            times[count++] = 1;
            return 0;
        }
        return many.merge(key, 1, Integer::sum) - 1;
    }
}
