package az.qalxan.engines.linking.series;

import java.util.Arrays;

/**
 * Signatures whose agreement estimates the likeness of two stories: {@value #PERMUTATIONS} times
 * the smallest value of a hash over the shingles, which are runs of five folded letters and runs of
 * three folded words. Two signatures agree in about the share of places in which the sets of
 * shingles agree (Jaccard). One instance is for one thread.
 */
public final class MinHash {

    /** How many places a signature has. */
    public static final int PERMUTATIONS = 128;

    private static final int LETTERS = 5;
    private static final int WORDS = 3;
    private static final int STEP = 4;
    private static final int[] FACTORS = new int[PERMUTATIONS];
    private static final int[] SHIFTS = new int[PERMUTATIONS];

    static {
        for (int i = 0; i < PERMUTATIONS; i++) {
            FACTORS[i] = (int) Keys.mix(2L * i) | 1;
            SHIFTS[i] = (int) Keys.mix(2L * i + 1);
        }
    }

    private int[] shingles = new int[1024];
    private int count;

    /** The signature of a text; all places are the greatest number for a text without words. */
    public int[] of(String text) {
        return of(StoryWords.of(text));
    }

    /** The signature of the runs of three words alone: it estimates {@link WordLikeness}. */
    int[] ofRuns(short[] words) {
        count = 0;
        reserve(words.length + STEP);
        for (int i = WORDS - 1; i < words.length; i++) {
            long run = (words[i - 2] & 0xFFFFL) << 32 | (words[i - 1] & 0xFFFFL) << 16;
            shingles[count] = mixed(run | words[i] & 0xFFFFL);
            count++;
        }
        return signed();
    }

    int[] of(StoryWords words) {
        count = 0;
        reserve(words.letterCount() + words.count() + STEP);
        letterRuns(words);
        wordRuns(words);
        return signed();
    }

    /** Share of places in which two signatures agree. */
    public static double agreement(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / PERMUTATIONS;
    }

    private void reserve(int most) {
        if (shingles.length < most) {
            shingles = new int[2 * most];
        }
    }

    private void letterRuns(StoryWords words) {
        char[] letters = words.letters();
        int all = words.letterCount();
        long run = 0;
        for (int i = 0; i < all; i++) {
            run = run << 12 ^ letters[i];
            if (i >= LETTERS - 1) {
                shingles[count] = mixed(run & 0xFFF_FFFF_FFFF_FFFFL);
                count++;
            }
        }
    }

    private void wordRuns(StoryWords words) {
        for (int i = WORDS - 1; i < words.count(); i++) {
            long run = words.hash(i - 2) * 31 + words.hash(i - 1);
            shingles[count] = mixed(run * 31 + words.hash(i));
            count++;
        }
    }

    private static int mixed(long run) {
        long spread = run * 0x9E3779B97F4A7C15L;
        spread ^= spread >>> 32;
        return (int) (spread * 0xD6E8FEB86659FD93L >>> 32);
    }

    /** Four shingles at a time, so that the places stay in registers four times as long. */
    private int[] signed() {
        int[] least = new int[PERMUTATIONS];
        Arrays.fill(least, Integer.MAX_VALUE);
        while (count % STEP != 0) {
            shingles[count] = shingles[0];
            count++;
        }
        for (int s = 0; s < count; s += STEP) {
            sign(least, s);
        }
        return least;
    }

    private void sign(int[] least, int from) {
        int a = shingles[from];
        int b = shingles[from + 1];
        int c = shingles[from + 2];
        int d = shingles[from + 3];
        for (int i = 0; i < PERMUTATIONS; i++) {
            int factor = FACTORS[i];
            int shift = SHIFTS[i];
            int ab = Math.min(a * factor + shift, b * factor + shift);
            int cd = Math.min(c * factor + shift, d * factor + shift);
            least[i] = Math.min(least[i], Math.min(ab, cd));
        }
    }
}
