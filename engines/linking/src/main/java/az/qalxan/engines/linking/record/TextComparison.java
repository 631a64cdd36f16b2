package az.qalxan.engines.linking.record;

import java.util.List;

/** Short free text, compared by its pairs of neighbouring letters. */
final class TextComparison implements Comparison {

    private static final double NEAR = 0.8;
    private static final double ALIKE = 0.55;
    private static final double PART = 0.35;
    private static final int START_LETTERS = 10;

    @Override
    public String fold(String cell) {
        return Letters.words(cell);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        int shorter = Math.min(pool.length(first), pool.length(second));
        int longer = Math.max(pool.length(first), pool.length(second));
        if (2.0 * shorter / (shorter + longer) < PART) {
            return Level.DIFFERENT;
        }
        double alike = Bigrams.dice(pool, first, second);
        if (alike >= NEAR) {
            return Level.NEAR;
        }
        if (alike >= ALIKE) {
            return Level.ALIKE;
        }
        return alike >= PART ? Level.PART : Level.DIFFERENT;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.50, 0, 0, 0.08, 0.12, 0.10, 0.10);
    }

    @Override
    public List<Feature> features() {
        return List.of(
                Feature.whole(),
                new Feature(
                        "start",
                        value -> value.substring(0, Math.min(START_LETTERS, value.length()))));
    }
}
