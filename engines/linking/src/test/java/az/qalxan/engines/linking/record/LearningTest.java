package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expectation and maximisation climb, and find what was planted. */
class LearningTest {

    private static final List<FieldKind> KINDS =
            List.of(
                    FieldKind.GIVEN_NAME,
                    FieldKind.FAMILY_NAME,
                    FieldKind.DATE,
                    FieldKind.NATIONAL_ID,
                    FieldKind.STREET,
                    FieldKind.SUBURB,
                    FieldKind.POSTCODE);
    private static final int ROWS = 20_000;
    private static final int EXACT = Level.EXACT.ordinal();
    private static final int DIFFERENT = Level.DIFFERENT.ordinal();

    @Test
    void theDensityNeverFalls() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            double[] same = new double[KINDS.size()];
            for (int field = 0; field < same.length; field++) {
                same[field] = random.nextDouble();
            }
            Learning learning =
                    learning(random, same, random.nextInt(3_000), random.nextInt(20_000));
            learning.learn();
            assertThat(learning.traces()).isNotEmpty();
            for (List<Double> trace : learning.traces()) {
                for (int step = 1; step < trace.size(); step++) {
                    double rounding = 1e-10 * Math.abs(trace.get(step));
                    assertThat(trace.get(step))
                            .as("seed %d, round %d, step %d", seed, round, step)
                            .isGreaterThanOrEqualTo(trace.get(step - 1) - rounding);
                }
            }
        }
    }

    @Test
    void plantedSharesAreFound() {
        double[] same = {0.9, 0.85, 0.8, 0.95, 0.7, 0.9, 0.75};
        PairClasses classes = learning(new Random(5), same, 3_000, 30_000).learn();
        for (int field = 0; field < same.length; field++) {
            assertThat(classes.same()[field][EXACT])
                    .as("field %d", field)
                    .isCloseTo(same[field], within(0.03));
        }
        double pairs = classes.shares().person() * ROWS * (ROWS - 1.0) / 2;
        // The blocks of this test hold fewer strangers than random agreement would bring.
        assertThat(pairs).isCloseTo(3_000, within(300.0));
    }

    @Test
    void withoutAnyPairOfOnePersonNoneIsFound() {
        double[] same = new double[KINDS.size()];
        PairClasses classes = learning(new Random(6), same, 0, 30_000).learn();
        assertThat(classes.shares().person() * ROWS * (ROWS - 1.0) / 2).isLessThan(5);
    }

    /** Pairs of one person agree in a field with the given share; strangers in one of a hundred. */
    private static Learning learning(
            Random random, double[] same, int persons, int strangersInBlocks) {
        PatternCounts chance = new PatternCounts();
        for (int i = 0; i < 200_000; i++) {
            chance.add(pattern(random, null), 1);
        }
        PatternCounts candidates = new PatternCounts();
        for (int i = 0; i < persons; i++) {
            candidates.add(pattern(random, same), 1);
        }
        for (int i = 0; i < strangersInBlocks; i++) {
            candidates.add(pattern(random, null), 1);
        }
        return new Learning(
                FieldTraits.of(TestTables.schema(KINDS, List.of())),
                new Learning.Evidence(PairSample.of(chance), PairSample.of(candidates), ROWS));
    }

    private static long pattern(Random random, double @org.jspecify.annotations.Nullable [] same) {
        long pattern = 0;
        for (int field = KINDS.size() - 1; field >= 0; field--) {
            boolean missing = random.nextInt(12) == 0;
            boolean equal = random.nextDouble() < (same == null ? 0.01 : same[field]);
            int level = missing ? 0 : equal ? EXACT : DIFFERENT;
            pattern = pattern << PairLevels.LEVEL_BITS | level;
        }
        return pattern;
    }
}
