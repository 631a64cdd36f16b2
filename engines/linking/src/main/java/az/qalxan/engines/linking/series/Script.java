package az.qalxan.engines.linking.series;

import java.util.Arrays;
import java.util.List;

/**
 * How the victims of a group tell their stories: in how many of its stories each pair of
 * neighbouring words stands, and each region and category. Two groups of the same offenders tell
 * alike in every respect; of others, some pair of words is frequent in one and rare in the other.
 */
final class Script {

    /** So many stories of a group are read, those with the smallest ids. */
    static final int STORIES_MAX = 256;

    private static final int TALE_COMMON_MIN = 8;
    private static final double TALE_DIFFERENCE_MAX = 12;
    private static final double TALE_DIFFERENCE_SHARE_MAX = 0.29;

    private static final double[] X_LOG_X = table();

    private final int stories;
    private final int[] features;
    private final short[] counts;

    private Script(int stories, int[] features, short[] counts) {
        this.stories = stories;
        this.features = features;
        this.counts = counts;
    }

    private static double[] table() {
        double[] values = new double[2 * STORIES_MAX + 1];
        for (int i = 1; i < values.length; i++) {
            values[i] = i * StrictMath.log(i);
        }
        return values;
    }

    /** The script of reports in ascending order. */
    static Script of(List<ReportTraits> reports) {
        int stories = Math.min(STORIES_MAX, reports.size());
        int total = 0;
        int[][] each = new int[stories][];
        for (int i = 0; i < stories; i++) {
            each[i] = features(reports.get(i));
            total += each[i].length;
        }
        int[] all = new int[total];
        int at = 0;
        for (int[] one : each) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        Arrays.sort(all);
        return counted(stories, all);
    }

    private static Script counted(int stories, int[] all) {
        int[] features = new int[all.length];
        short[] counts = new short[all.length];
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                features[distinct] = all[i];
                distinct++;
            }
            counts[distinct - 1]++;
        }
        return new Script(
                stories, Arrays.copyOf(features, distinct), Arrays.copyOf(counts, distinct));
    }

    /** What stands in one story, ascending, each once. */
    static int[] features(ReportTraits report) {
        short[] words = report.words();
        int[] found = new int[Math.max(0, words.length - 1) + 2];
        found[0] = report.circumstances().region().hashCode() * 31 + 1;
        found[1] = report.circumstances().category().hashCode() * 31 + 2;
        for (int i = 1; i < words.length; i++) {
            found[i + 1] = words[i - 1] << 16 | words[i] & 0xFFFF;
        }
        Arrays.sort(found);
        int distinct = 0;
        for (int i = 0; i < found.length; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct] = found[i];
                distinct++;
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    /**
     * How two scripts compare.
     *
     * @param difference of the pair of words that differs most: the likelihood ratio G²; below
     *     twelve or so when chance alone makes the difference
     * @param apart the same of words that stood in every story of one and in none of the other; of
     *     small groups no difference can be large, so that it counts as a share of this
     * @param common how many pairs of words stand in half of the stories of both
     */
    record Comparison(double difference, double apart, int common) {

        /** Enough for two groups that one report links. */
        boolean sameTale() {
            return common >= TALE_COMMON_MIN
                    && difference < TALE_DIFFERENCE_MAX
                    && difference < TALE_DIFFERENCE_SHARE_MAX * apart;
        }
    }

    Comparison compare(Script other) {
        double most = 0;
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < features.length || j < other.features.length) {
            boolean here =
                    j == other.features.length
                            || i < features.length && features[i] <= other.features[j];
            boolean there =
                    i == features.length
                            || j < other.features.length && other.features[j] <= features[i];
            int a = here ? counts[i] : 0;
            int b = there ? other.counts[j] : 0;
            most = Math.max(most, difference(a, b, other.stories));
            common += 2 * a >= stories && 2 * b >= other.stories ? 1 : 0;
            i += here ? 1 : 0;
            j += there ? 1 : 0;
        }
        return new Comparison(most, difference(stories, 0, other.stories), common);
    }

    private double difference(int a, int b, int m) {
        int n = stories;
        double apart =
                X_LOG_X[a] + X_LOG_X[n - a] - X_LOG_X[n] + X_LOG_X[b] + X_LOG_X[m - b] - X_LOG_X[m];
        double together = X_LOG_X[a + b] + X_LOG_X[n + m - a - b] - X_LOG_X[n + m];
        return 2 * (apart - together);
    }

    /** Share of the story's features that stand in the group's stories, on average. */
    double likeness(int[] story) {
        long held = 0;
        int i = 0;
        for (int feature : story) {
            while (i < features.length && features[i] < feature) {
                i++;
            }
            if (i < features.length && features[i] == feature) {
                held += counts[i];
            }
        }
        return story.length == 0 || stories == 0 ? 0 : (double) held / stories / story.length;
    }
}
