package az.qalxan.engines.evtx;

import java.util.Arrays;

/** An array value and where each of its items lies. */
final class Items {

    final int type;
    final int offset;
    final int size;

    private int[] bounds = new int[16];
    private int count;

    /**
     * Finds the items; strings end with a zero, SIDs tell their length, others have a fixed one.
     */
    Items(int type, byte[] bytes, int offset, int size) {
        this.type = type;
        this.offset = offset;
        this.size = size;
        int end = offset + size;
        int next = offset;
        while (next < end) {
            bound(next);
            next += itemBytes(bytes, next, end - next);
        }
        bound(next);
        count--;
    }

    private void bound(int at) {
        if (count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * count);
        }
        bounds[count++] = at;
    }

    private int itemBytes(byte[] bytes, int at, int left) {
        return switch (itemType()) {
            case ValueType.STRING -> ValueText.wideBytes(bytes, at, left);
            case ValueType.ANSI_STRING -> ValueText.narrowBytes(bytes, at, left);
            case ValueType.SID -> ValueText.sidBytes(bytes, at, left);
            default -> {
                int fixed = ValueType.fixedBytes(itemType());
                yield fixed == 0 ? left : Math.min(fixed, left);
            }
        };
    }

    int itemType() {
        return ValueType.ofItem(type);
    }

    int count() {
        return count;
    }

    int offset(int item) {
        return bounds[item];
    }

    int size(int item) {
        return bounds[item + 1] - bounds[item];
    }
}
