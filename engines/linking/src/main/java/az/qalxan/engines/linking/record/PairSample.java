package az.qalxan.engines.linking.record;

/**
 * Patterns with weights, unpacked for learning.
 *
 * @param patterns distinct patterns
 * @param weights how many pairs show each
 */
record PairSample(long[] patterns, double[] weights) {

    static PairSample of(PatternCounts counts) {
        long[] patterns = counts.patterns();
        double[] weights = new double[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            weights[i] = counts.count(patterns[i]);
        }
        return new PairSample(patterns, weights);
    }

    int size() {
        return patterns.length;
    }

    double total() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }
}
