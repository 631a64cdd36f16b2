package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The index answers what the plain matcher answers, on random patterns and observations. */
class IndexPropertyTest {

    private static final int ROUNDS = 60;
    private static final int PATTERNS = 120;

    @Test
    void answersAsThePlainMatcher() {
        long seed = new Random().nextLong();
        Invented invented = new Invented(new Random(seed));
        int matched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Observation> observations = invented.observations();
            List<Pattern> patterns = new ArrayList<>();
            for (int i = 0; i < PATTERNS; i++) {
                patterns.add(Patterns.read(invented.pattern()));
            }
            IndexRound asked = PatternIndex.of(patterns).round();
            observations.forEach(asked::add);
            SortedMap<Integer, Verdict> verdicts = asked.verdicts();
            for (int i = 0; i < PATTERNS; i++) {
                Verdict plain = PatternMatcher.match(patterns.get(i), observations).verdict();
                assertThat(verdicts.getOrDefault(i, new Verdict.Unmatched()))
                        .as("seed %s: %s on %s", seed, patterns.get(i).text(), observations)
                        .isEqualTo(plain);
                matched += plain instanceof Verdict.Matched ? 1 : 0;
            }
        }
        int asked = ROUNDS * PATTERNS;
        assertThat(matched).as("seed %s", seed).isBetween(asked / 20, asked * 19 / 20);
    }
}
