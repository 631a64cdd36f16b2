package az.qalxan.engines.linking.record;

/** The comparison vector of two units: one level for each field. */
final class PairLevels {

    /** Bits of one level in a pattern. */
    static final int LEVEL_BITS = 4;

    private static final int MISSING = Level.MISSING.ordinal();
    private static final int EXACT = Level.EXACT.ordinal();
    private static final int SWAPPED = Level.SWAPPED.ordinal();
    private static final int SLIP = Level.SLIP.ordinal();
    private static final int NEAR = Level.NEAR.ordinal();

    private final Units units;
    private final int fields;
    private final ValuePool[] pools;
    private final Comparison[] comparisons;
    private final int[] partners;

    PairLevels(Units units, Records records) {
        this.units = units;
        this.fields = records.fields();
        this.pools = new ValuePool[fields];
        this.comparisons = new Comparison[fields];
        this.partners = new int[fields];
        for (int field = 0; field < fields; field++) {
            pools[field] = records.pool(field);
            comparisons[field] = records.schema().fields().get(field).kind().comparison();
            partners[field] = -1;
        }
        for (LinkSchema.Swap swap : records.schema().swaps()) {
            partners[swap.first()] = swap.second();
            partners[swap.second()] = swap.first();
        }
    }

    /** All levels, the first field in the lowest bits. */
    long pattern(int first, int second) {
        long pattern = 0;
        for (int field = fields - 1; field >= 0; field--) {
            pattern = pattern << LEVEL_BITS | level(field, first, second);
        }
        return pattern;
    }

    static int level(long pattern, int field) {
        return (int) (pattern >>> LEVEL_BITS * field) & ((1 << LEVEL_BITS) - 1);
    }

    /** Ordinal of the level; of a swapped pair one field says so and the other says nothing. */
    int level(int field, int first, int second) {
        int a = units.cell(first, field);
        int b = units.cell(second, field);
        if (a == 0 || b == 0) {
            return MISSING;
        }
        if (a == b) {
            return EXACT;
        }
        int level = comparisons[field].level(pools[field], a, b).ordinal();
        int partner = partners[field];
        if (level <= NEAR || partner < 0 || !swapped(field, partner, first, second)) {
            return level;
        }
        return field < partner ? SWAPPED : MISSING;
    }

    private boolean swapped(int field, int partner, int first, int second) {
        int crossed = crossed(field, units.cell(first, field), units.cell(second, partner));
        if (crossed > NEAR) {
            return false;
        }
        int back = crossed(field, units.cell(first, partner), units.cell(second, field));
        return Math.min(crossed, back) < SLIP && back <= NEAR;
    }

    private int crossed(int field, int a, int b) {
        if (a == 0 || b == 0) {
            return Level.COUNT;
        }
        return a == b ? EXACT : comparisons[field].level(pools[field], a, b).ordinal();
    }

    int fields() {
        return fields;
    }

    Units units() {
        return units;
    }

    /** The other field of a pair that people exchange, or -1. */
    int partner(int field) {
        return partners[field];
    }
}
