package az.qalxan.engines.linking.record;

import java.util.List;

/** Given and family names: letters folded, spaces and the words for son and daughter left out. */
final class NameComparison implements Comparison {

    private static final double NEAR = 0.92;
    private static final double ALIKE = 0.82;
    private static final int START_LETTERS = 3;

    @Override
    public String fold(String cell) {
        return Spelling.withoutOffspring(Letters.words(cell)).replace(" ", "");
    }

    @Override
    public String spelling(String value) {
        return Spelling.ofName(value);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (pool.spelling(first) == pool.spelling(second)) {
            return Level.VARIANT;
        }
        if (Similarity.oneSlip(pool, first, second)) {
            return Math.min(pool.length(first), pool.length(second)) > 1 ? Level.SLIP : Level.PART;
        }
        double alike = Similarity.jaroWinkler(pool, first, second, ALIKE);
        if (alike >= NEAR) {
            return Level.NEAR;
        }
        return alike >= ALIKE ? Level.ALIKE : beginning(pool, first, second);
    }

    /** An initial, or a name that was cut off or shortened. */
    private static Level beginning(ValuePool pool, int first, int second) {
        int common = Math.min(pool.length(first), pool.length(second));
        byte[] bytes = pool.bytes();
        for (int i = 0; i < common; i++) {
            if (bytes[pool.start(first) + i] != bytes[pool.start(second) + i]) {
                return Level.DIFFERENT;
            }
        }
        return Level.PART;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.80, 0.02, 0.02, 0.06, 0.02, 0.02, 0.01);
    }

    @Override
    public List<Feature> features() {
        return List.of(
                new Feature("spelling", Spelling::ofName),
                new Feature("start", NameComparison::start));
    }

    private static String start(String value) {
        String key = Spelling.ofName(value);
        return key.substring(0, Math.min(START_LETTERS, key.length()));
    }
}
