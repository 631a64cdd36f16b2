package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoryBandsTest {

    private static final int WORDS = 60;
    private static final int PAIRS = 2_000;

    private static ReportTraits told(short[] words) {
        return new ReportTraits(
                new UUID(0, 1),
                new ReportTraits.Circumstances(0, 0, "", "", ""),
                java.util.List.of(),
                words);
    }

    private static short[] words(Random random) {
        short[] words = new short[WORDS];
        for (int i = 0; i < words.length; i++) {
            words[i] = (short) random.nextInt();
        }
        return words;
    }

    private static boolean meet(int[] one, int[] other) {
        return Arrays.stream(one).anyMatch(a -> Arrays.stream(other).anyMatch(b -> a == b));
    }

    @Test
    void storiesMeetAsOftenAsTheirLikenessSays() {
        long seed = System.nanoTime();
        System.out.println("StoryBandsTest: seed " + seed);
        Random random = new Random(seed);
        int alike = 0;
        int alikeMet = 0;
        int strangersMet = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            short[] one = words(random);
            short[] other = one.clone();
            for (int i = 0; i < 5; i++) {
                other[random.nextInt(WORDS)] = (short) random.nextInt();
            }
            boolean met = meet(StoryBands.of(told(one)), StoryBands.of(told(other)));
            if (StoryLikeness.percent(told(one), told(other)) >= 60) {
                alike++;
                alikeMet += met ? 1 : 0;
            }
            strangersMet +=
                    meet(StoryBands.of(told(one)), StoryBands.of(told(words(random)))) ? 1 : 0;
        }
        assertThat(alike).isGreaterThan(PAIRS / 10);
        assertThat((double) alikeMet / alike).isGreaterThan(0.88);
        assertThat(strangersMet).isLessThan(PAIRS / 100);
    }

    @Test
    void aShortStoryHasNone() {
        assertThat(StoryBands.of(told(new short[11]))).isEmpty();
        assertThat(StoryBands.of(told(new short[12]))).hasSize(16);
    }
}
