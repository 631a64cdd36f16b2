package az.qalxan.engines.linking.record;

import java.util.List;

/** Short codes: postcodes, states, sex. */
final class CodeComparison implements Comparison {

    private final boolean slips;

    /** {@code slips} tells whether codes one slip apart are rarely both in use. */
    CodeComparison(boolean slips) {
        this.slips = slips;
    }

    @Override
    public String fold(String cell) {
        return Letters.joined(cell);
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        return Similarity.oneSlip(pool, first, second) ? Level.SLIP : Level.DIFFERENT;
    }

    @Override
    public Expectation expectation() {
        return slips ? Expectation.of(0.80, 0, 0, 0.10) : Expectation.of(0.90, 0, 0, 0.03);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.whole());
    }
}
