package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well clusters agree with a known truth. Precision and recall of pairs count every two rows;
 * those of B-cubed (Bagga and Baldwin 1998) are averages over rows.
 *
 * @param rows rows whose truth is known; the others are left out
 * @param truePairs pairs of rows that are of one person
 * @param pairPrecision share of the joined pairs that are of one person
 * @param pairRecall share of the pairs of one person that are joined
 * @param cubedPrecision average share of a row's cluster that is of its person
 * @param cubedRecall average share of a row's person that is in its cluster
 */
public record ClusterQuality(
        int rows,
        long truePairs,
        double pairPrecision,
        double pairRecall,
        double cubedPrecision,
        double cubedRecall) {

    /**
     * Compares.
     *
     * @param clusters number of the cluster of each row
     * @param truth number of the person of each row; 0 where unknown
     */
    public static ClusterQuality of(int[] clusters, int[] truth) {
        int[] ofCluster = new int[Arrays.stream(clusters).max().orElse(0) + 1];
        int[] ofPerson = new int[Arrays.stream(truth).max().orElse(0) + 1];
        long[] both =
                IntStream.range(0, clusters.length)
                        .filter(row -> truth[row] != 0)
                        .mapToLong(row -> (long) clusters[row] << 32 | truth[row])
                        .sorted()
                        .toArray();
        for (long key : both) {
            ofCluster[(int) (key >>> 32)]++;
            ofPerson[(int) key]++;
        }
        long right = 0;
        double cubedPrecision = 0;
        double cubedRecall = 0;
        int start = 0;
        for (int end = 1; end <= both.length; end++) {
            if (end == both.length || both[end] != both[start]) {
                double shared = end - (double) start;
                right += pairs(end - start);
                cubedPrecision += shared * shared / ofCluster[(int) (both[start] >>> 32)];
                cubedRecall += shared * shared / ofPerson[(int) both[start]];
                start = end;
            }
        }
        long joined = Arrays.stream(ofCluster).mapToLong(ClusterQuality::pairs).sum();
        long all = Arrays.stream(ofPerson).mapToLong(ClusterQuality::pairs).sum();
        return new ClusterQuality(
                both.length,
                all,
                joined == 0 ? 1 : (double) right / joined,
                all == 0 ? 1 : (double) right / all,
                both.length == 0 ? 1 : cubedPrecision / both.length,
                both.length == 0 ? 1 : cubedRecall / both.length);
    }

    private static long pairs(int rows) {
        return (long) rows * (rows - 1) / 2;
    }

    /** Harmonic mean of precision and recall of pairs. */
    public double pairF1() {
        return harmonic(pairPrecision, pairRecall);
    }

    /** Harmonic mean of precision and recall of B-cubed. */
    public double cubedF1() {
        return harmonic(cubedPrecision, cubedRecall);
    }

    private static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }
}
