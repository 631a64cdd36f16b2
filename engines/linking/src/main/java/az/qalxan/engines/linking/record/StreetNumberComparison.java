package az.qalxan.engines.linking.record;

import java.util.List;

/** Numbers of houses and flats: 12, 12a, 3/12. */
final class StreetNumberComparison implements Comparison {

    @Override
    public String fold(String cell) {
        String joined = Letters.words(cell);
        int zeros = 0;
        while (zeros + 1 < joined.length() && joined.charAt(zeros) == '0') {
            zeros++;
        }
        return joined.substring(zeros);
    }

    /** The first run of digits: 12a and 12 b are the same house. */
    @Override
    public String spelling(String value) {
        int start = 0;
        while (start < value.length() && !isDigit(value.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < value.length() && isDigit(value.charAt(end))) {
            end++;
        }
        return start == end ? value : value.substring(start, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (pool.spelling(first) == pool.spelling(second)) {
            return Level.VARIANT;
        }
        boolean slip =
                Math.max(pool.length(first), pool.length(second)) > 1
                        && Similarity.oneSlip(pool, first, second);
        return slip ? Level.SLIP : Level.DIFFERENT;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.75, 0.02, 0, 0.10);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.whole());
    }
}
