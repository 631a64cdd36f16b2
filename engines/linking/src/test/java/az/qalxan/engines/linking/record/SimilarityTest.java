package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances agree with naive ones and with published examples. */
class SimilarityTest {

    /** Values of Winkler 1990, table of examples. */
    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.9611",
        "dwayne, duane, 0.8400",
        "dixon, dicksonx, 0.8133",
        "abc, xyz, 0.0"
    })
    void jaroWinklerGivesThePublishedValues(String one, String other, double expected) {
        ValuePool pool = pool(one, other);
        assertThat(Similarity.jaroWinkler(pool, 1, 2, 0)).isCloseTo(expected, within(0.0001));
    }

    @Test
    void slipsAgreeWithANaiveDistance() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String one = word(random);
            String other = random.nextInt(4) == 0 ? word(random) : changed(one, random);
            if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
                continue;
            }
            ValuePool pool = pool(one, other);
            int distance = naive(one, other);
            assertThat(Similarity.oneSlip(pool, 1, 2))
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(distance == 1);
            assertThat(Similarity.twoSlips(pool, 1, 2))
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(distance <= 2);
        }
    }

    @Test
    void aBoundNeverHidesASimilarPair() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String one = word(random) + "a";
            String other = changed(one, random) + "b";
            ValuePool pool = pool(one, other);
            double whole = Similarity.jaroWinkler(pool, 1, 2, 0);
            double bounded = Similarity.jaroWinkler(pool, 1, 2, 0.8);
            assertThat(bounded)
                    .as("seed %d: %s and %s", seed, one, other)
                    .isIn(whole, whole < 0.8 ? 0.0 : whole);
        }
    }

    private static ValuePool pool(String one, String other) {
        ValuePool pool = new ValuePool();
        pool.add(one);
        pool.add(other);
        pool.seal(new CodeComparison(true));
        return pool;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int letters = random.nextInt(9);
        for (int i = 0; i < letters; i++) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        String now = word;
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = now.isEmpty() ? 0 : random.nextInt(now.length());
            char letter = (char) ('a' + random.nextInt(4));
            now =
                    switch (random.nextInt(4)) {
                        case 0 -> now.substring(0, at) + letter + now.substring(at);
                        case 1 ->
                                now.isEmpty() ? now : now.substring(0, at) + now.substring(at + 1);
                        case 2 ->
                                now.isEmpty()
                                        ? now
                                        : now.substring(0, at) + letter + now.substring(at + 1);
                        default ->
                                at + 1 >= now.length()
                                        ? now
                                        : now.substring(0, at)
                                                + now.charAt(at + 1)
                                                + now.charAt(at)
                                                + now.substring(at + 2);
                    };
        }
        return now;
    }

    /** Optimal string alignment by the whole matrix. */
    private static int naive(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
