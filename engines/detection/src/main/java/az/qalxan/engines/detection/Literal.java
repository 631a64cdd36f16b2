package az.qalxan.engines.detection;

import java.util.Arrays;

/**
 * Folded bytes that must stand in a field's value.
 *
 * @param slot the field
 */
record Literal(int slot, Anchor anchor, byte[] bytes) {

    /** The bytes may stand in the value of any field. */
    static final int ANY_FIELD = -2;

    /** Where the bytes must stand. */
    enum Anchor {
        ANYWHERE,
        START,
        END,
        WHOLE,
        /** The value is the whole number that the bytes write. */
        NUMBER
    }

    BytePattern pattern() {
        boolean openStart = anchor == Anchor.ANYWHERE || anchor == Anchor.END;
        boolean openEnd = anchor == Anchor.ANYWHERE || anchor == Anchor.START;
        return new BytePattern(bytes, openStart, openEnd);
    }

    /** How often it is thought to stand in a value: the shorter, the more often. */
    double cost() {
        if (slot == ANY_FIELD) {
            return 100;
        }
        double rare = Math.pow(0.75, Math.min(bytes.length, 40));
        return switch (anchor) {
            case ANYWHERE -> rare * 4;
            case START, END -> rare * 2;
            case WHOLE, NUMBER -> rare;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Literal that
                && slot == that.slot
                && anchor == that.anchor
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * slot + anchor.hashCode()) + Arrays.hashCode(bytes);
    }
}
