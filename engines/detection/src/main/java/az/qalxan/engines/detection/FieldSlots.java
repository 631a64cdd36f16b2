package az.qalxan.engines.detection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that rules ask for, numbered, and found by the bytes of their names without making a
 * text of them.
 */
final class FieldSlots {

    /** No rule asks for the field. */
    static final int NONE = -1;

    private final List<String> names;
    private final Map<String, Integer> byName = new HashMap<>();
    private final byte[][] keys;
    private final int[] slots;
    private final int mask;

    FieldSlots(Set<String> fields) {
        names = fields.stream().sorted().toList();
        int size = Integer.highestOneBit(Math.max(8, names.size() * 4)) * 2;
        mask = size - 1;
        keys = new byte[size][];
        slots = new int[size];
        for (int slot = 0; slot < names.size(); slot++) {
            byte[] key = names.get(slot).getBytes(StandardCharsets.UTF_8);
            int at = EightBytes.hash(key, 0, key.length) & mask;
            while (keys[at] != null) {
                at = (at + 1) & mask;
            }
            byName.put(names.get(slot), slot);
            keys[at] = key;
            slots[at] = slot;
        }
    }

    int count() {
        return names.size();
    }

    String name(int slot) {
        return names.get(slot);
    }

    List<String> names() {
        return new ArrayList<>(names);
    }

    int of(String name) {
        return byName.getOrDefault(name, NONE);
    }

    int of(byte[] bytes, int from, int until) {
        int at = EightBytes.hash(bytes, from, until) & mask;
        while (keys[at] != null) {
            if (Arrays.equals(keys[at], 0, keys[at].length, bytes, from, until)) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }
}
