package az.qalxan.engines.linking.record;

import java.util.List;

/** Numbers that name one person: letters and digits only. */
final class NationalIdComparison implements Comparison {

    private static final int HALVED_MIN = 6;

    @Override
    public String fold(String cell) {
        return Letters.joined(cell);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        return Similarity.twoSlips(pool, first, second) ? Level.NEAR : Level.DIFFERENT;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.88, 0, 0, 0.06, 0.03);
    }

    @Override
    public List<Feature> features() {
        return List.of(
                Feature.whole(),
                new Feature("first half", value -> half(value, true)),
                new Feature("second half", value -> half(value, false)));
    }

    private static String half(String value, boolean first) {
        int middle = value.length() / 2;
        if (value.length() < HALVED_MIN) {
            return "";
        }
        return first ? value.substring(0, middle) : value.substring(middle);
    }
}
