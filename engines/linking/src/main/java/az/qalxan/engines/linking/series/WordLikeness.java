package az.qalxan.engines.linking.series;

import java.util.Arrays;

/** The exact likeness of two stories: shared runs of three words, of all that either has. */
final class WordLikeness {

    private static final int WORDS = 3;

    /** Shorter stories are not compared: a greeting is alike everywhere. */
    static final int WORDS_MIN = 12;

    private WordLikeness() {}

    /** From 0 to 100; 0 for a story of less than {@value #WORDS_MIN} words. */
    static int percent(short[] one, short[] other) {
        if (one.length < WORDS_MIN || other.length < WORDS_MIN) {
            return 0;
        }
        long[] first = runs(one);
        long[] second = runs(other);
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            int order = Long.compare(first[i], second[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 100 * shared / (first.length + second.length - shared);
    }

    private static long[] runs(short[] words) {
        long[] runs = new long[words.length - WORDS + 1];
        for (int i = 0; i < runs.length; i++) {
            runs[i] =
                    (words[i] & 0xFFFFL) << 32
                            | (words[i + 1] & 0xFFFFL) << 16
                            | words[i + 2] & 0xFFFFL;
        }
        Arrays.sort(runs);
        int distinct = 0;
        for (int i = 0; i < runs.length; i++) {
            if (i == 0 || runs[i] != runs[i - 1]) {
                runs[distinct] = runs[i];
                distinct++;
            }
        }
        return Arrays.copyOf(runs, distinct);
    }
}
