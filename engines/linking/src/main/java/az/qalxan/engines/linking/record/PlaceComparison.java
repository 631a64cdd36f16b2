package az.qalxan.engines.linking.record;

import java.util.List;

/** Streets and places: words folded, their order and the words for their kind of little weight. */
final class PlaceComparison implements Comparison {

    private static final double NEAR = 0.93;
    private static final double ALIKE = 0.85;
    private static final int START_LETTERS = 4;
    private static final int SHARED_LETTERS_MIN = 4;

    @Override
    public String fold(String cell) {
        return Letters.words(cell);
    }

    @Override
    public String spelling(String value) {
        return Spelling.ofPlace(value);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (pool.spelling(first) == pool.spelling(second)) {
            return Level.VARIANT;
        }
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        double alike = Similarity.jaroWinkler(pool, first, second, ALIKE);
        if (alike >= NEAR || Similarity.twoSlips(pool, first, second)) {
            return Level.NEAR;
        }
        if (alike >= ALIKE) {
            return Level.ALIKE;
        }
        return Long.bitCount(pool.letters(first) & pool.letters(second)) >= 3
                        && sharesWord(pool, first, second)
                ? Level.PART
                : Level.DIFFERENT;
    }

    /** Whether the first telling word of one value stands in the other. */
    private static boolean sharesWord(ValuePool pool, int first, int second) {
        return holds(pool, first, second) || holds(pool, second, first);
    }

    private static boolean holds(ValuePool pool, int whole, int part) {
        byte[] bytes = pool.bytes();
        int start = pool.start(part);
        int end = start;
        while (end < pool.end(part) && bytes[end] != ' ') {
            end++;
        }
        int length = end - start;
        if (length < SHARED_LETTERS_MIN) {
            return false;
        }
        for (int at = pool.start(whole); at + length <= pool.end(whole); at++) {
            int i = 0;
            while (i < length && bytes[at + i] == bytes[start + i]) {
                i++;
            }
            if (i == length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.75, 0.03, 0.01, 0.07, 0.03, 0.02, 0.01);
    }

    @Override
    public List<Feature> features() {
        return List.of(
                new Feature("spelling", Spelling::ofPlace),
                new Feature("start", PlaceComparison::start));
    }

    private static String start(String value) {
        String key = Spelling.ofName(value);
        return key.substring(0, Math.min(START_LETTERS, key.length()));
    }
}
