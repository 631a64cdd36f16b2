package az.qalxan.engines.detection.format;

import java.util.Arrays;

/** Names that an event gives to some of its keys; a few, and no more are kept. */
final class Labels {

    private static final byte[] NONE = {};

    private final byte[][] keys;
    private final byte[][] labels;
    private int count;

    Labels(int most) {
        keys = new byte[most][];
        labels = new byte[most][];
    }

    void clear() {
        count = 0;
    }

    void add(byte[] bytes, int from, int until, Scratch label) {
        if (count < keys.length) {
            keys[count] = Arrays.copyOfRange(bytes, from, until);
            labels[count++] = Arrays.copyOf(label.bytes, label.length);
        }
    }

    /** The label of the key; empty where it has none. */
    byte[] of(byte[] bytes, int from, int until) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(keys[i], 0, keys[i].length, bytes, from, until)) {
                return labels[i];
            }
        }
        return NONE;
    }
}
