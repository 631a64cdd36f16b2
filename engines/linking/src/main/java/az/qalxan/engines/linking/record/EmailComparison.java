package az.qalxan.engines.linking.record;

import java.util.List;
import java.util.Locale;

/** E-mail addresses, in small letters. */
final class EmailComparison implements Comparison {

    @Override
    public String fold(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** The name before the at sign. */
    @Override
    public String spelling(String value) {
        return local(value);
    }

    private static String local(String value) {
        int at = value.indexOf('@');
        return at < 1 ? value : value.substring(0, at);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (pool.spelling(first) == pool.spelling(second)) {
            return Level.VARIANT;
        }
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        return Similarity.twoSlips(pool, first, second) ? Level.NEAR : Level.DIFFERENT;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.70, 0.05, 0, 0.05, 0.02);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.whole(), new Feature("before @", EmailComparison::local));
    }
}
