package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.strategy.ranking.Estimate.Assumption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A score is a point only where every weight is known, and a range that holds the truth else. */
class ReckoningTest {

    private static final Weight UNKNOWN = new Weight.Unknown();

    private static Weight known(double points) {
        return new Weight.Known(points);
    }

    private static Weight recalled(double points) {
        return new Weight.Recalled(points);
    }

    private static Estimate.Range range(Estimate estimate) {
        return (Estimate.Range) estimate;
    }

    @Test
    void knownWeightsMakeAPoint() {
        RankingEdition edition =
                TestRankings.edition(
                        known(7),
                        TestRankings.group(
                                "1",
                                known(7),
                                TestRankings.question("1.1", known(3)),
                                TestRankings.question("1.2", known(2)),
                                TestRankings.question("1.3", known(1)),
                                TestRankings.question("1.4", known(1))));
        Reckoning reckoning =
                new Reckoning(
                        edition, Map.of("1.2", Share.ALL, "1.3", Share.ALL, "1.4", Share.ALL));
        assertThat(range(reckoning.total()).exact()).isTrue();
        assertThat(range(reckoning.total()).low()).isCloseTo(400.0 / 7, within(1e-9));
        assertThat(reckoning.total().assumed()).isNull();
        assertThat(range(reckoning.of(edition.groups().getFirst())).low()).isEqualTo(4);
        assertThat(reckoning.gains())
                .singleElement()
                .satisfies(gain -> {
                    assertThat(gain.question().code()).isEqualTo("1.1");
                    assertThat(gain.exact()).isTrue();
                    assertThat(gain.low()).isCloseTo(300.0 / 7, within(1e-9));
                });
    }

    @Test
    void unknownWeightsMakeARangeAndNeverAPoint() {
        RankingEdition edition =
                TestRankings.edition(
                        known(100),
                        TestRankings.group(
                                "1",
                                known(100),
                                TestRankings.question("a", UNKNOWN),
                                TestRankings.question("b", UNKNOWN)));
        Estimate.Range half = range(new Reckoning(edition, Map.of("a", Share.ALL)).total());
        assertThat(half.low()).isZero();
        assertThat(half.high()).isEqualTo(100);
        assertThat(half.exact()).isFalse();
        Estimate.Assumed assumed = Objects.requireNonNull(half.assumed());
        assertThat(assumed.assumption()).isEqualTo(Assumption.EQUAL);
        assertThat(assumed.value()).isEqualTo(50);
        Estimate.Range all =
                range(new Reckoning(edition, Map.of("a", Share.ALL, "b", Share.ALL)).total());
        assertThat(all.exact()).isTrue();
        assertThat(all.low()).isEqualTo(100);
    }

    @Test
    void recalledWeightsAreOnlyAssumedAndOnlyWhenTheyAddUp() {
        QuestionGroup fits =
                TestRankings.group(
                        "1",
                        known(5),
                        TestRankings.question("a", recalled(3)),
                        TestRankings.question("b", recalled(2)));
        Estimate.Range one =
                range(
                        new Reckoning(TestRankings.edition(known(5), fits), Map.of("a", Share.ALL))
                                .total());
        assertThat(one.exact()).isFalse();
        assertThat(Objects.requireNonNull(one.assumed()).assumption())
                .isEqualTo(Assumption.RECALLED);
        assertThat(Objects.requireNonNull(one.assumed()).value()).isCloseTo(60, within(1e-9));
        QuestionGroup wrong =
                TestRankings.group(
                        "1",
                        known(6),
                        TestRankings.question("a", recalled(3)),
                        TestRankings.question("b", recalled(2)));
        Estimate.Range other =
                range(
                        new Reckoning(TestRankings.edition(known(6), wrong), Map.of("a", Share.ALL))
                                .total());
        assertThat(Objects.requireNonNull(other.assumed()).assumption())
                .isEqualTo(Assumption.EQUAL);
    }

    @Test
    void nothingToDivideByIsUnknownAndNotNought() {
        Question question = TestRankings.question("a", UNKNOWN);
        QuestionGroup group = TestRankings.group("1", UNKNOWN, question);
        Map<String, Share> met = Map.of("a", Share.ALL);
        assertThat(new Reckoning(TestRankings.edition(UNKNOWN, group), met).total())
                .isEqualTo(new Estimate.Unknown("no-total", null));
        assertThat(
                        new Reckoning(
                                        TestRankings.edition(
                                                known(0),
                                                TestRankings.group(
                                                        "1",
                                                        known(0),
                                                        TestRankings.question("a", known(0)))),
                                        met)
                                .total())
                .isEqualTo(new Estimate.Unknown("no-total", null));
        assertThat(new Reckoning(TestRankings.edition(known(0)), Map.of()).total())
                .isEqualTo(new Estimate.Unknown("no-questions", null));
        assertThat(new Reckoning(TestRankings.edition(known(5), group), met).of(group))
                .isInstanceOf(Estimate.Unknown.class);
        assertThat(new Reckoning(TestRankings.edition(UNKNOWN, group), Map.of()).gains()).isEmpty();
    }

    @Test
    void numbersThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() ->
                        Weights.of(
                                TestRankings.edition(
                                        known(5),
                                        TestRankings.group(
                                                "1",
                                                known(5),
                                                TestRankings.question("a", known(6))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Weights.of(
                                TestRankings.edition(
                                        known(9),
                                        TestRankings.group(
                                                "1",
                                                known(5),
                                                TestRankings.question("a", known(5))))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsRiseOneByOne() {
        RankingEdition edition =
                TestRankings.edition(
                        "1",
                        known(5),
                        5,
                        TestRankings.group(
                                "1",
                                UNKNOWN,
                                TestRankings.question("a", UNKNOWN),
                                TestRankings.question("b", UNKNOWN)));
        Reckoning reckoning =
                new Reckoning(edition, Map.of("a", Share.exactly(0.2), "b", Share.exactly(0.6)));
        Estimate.Range range = range(reckoning.total());
        assertThat(range.low()).isCloseTo(1, within(1e-9));
        assertThat(range.high()).isCloseTo(3, within(1e-9));
        assertThat(Objects.requireNonNull(range.assumed()).value()).isCloseTo(2, within(1e-9));
        assertThat(Objects.requireNonNull(reckoning.gains().getFirst().assumed()))
                .isCloseTo(0.5, within(1e-9));
    }

    /** Whatever the real weights are, as long as they fit what is known, the truth is inside. */
    @Test
    void theRangeHoldsTheTruth() {
        long seed = System.nanoTime();
        System.out.println("seed of ReckoningTest.theRangeHoldsTheTruth: " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            Invented invented = Invented.of(random);
            Reckoning reckoning = new Reckoning(invented.edition(), invented.shares());
            Estimate.Range range = range(reckoning.total());
            double truth = invented.truth(invented.shares());
            assertThat(truth).isBetween(range.low() - 1e-6, range.high() + 1e-6);
            for (Gain gain : reckoning.gains()) {
                Map<String, Share> better = new HashMap<>(invented.shares());
                better.put(gain.question().code(), Share.ALL);
                assertThat(invented.truth(better) - truth)
                        .as("seed %d round %d", seed, round)
                        .isBetween(gain.low() - 1e-6, gain.high() + 1e-6);
            }
        }
    }

    /** An edition of which we know a part, with the weights that it really has. */
    private record Invented(
            RankingEdition edition, Map<String, Share> shares, Map<String, Double> real) {

        static Invented of(Random random) {
            Map<String, Double> real = new HashMap<>();
            Map<String, Share> shares = new HashMap<>();
            List<QuestionGroup> groups = new ArrayList<>();
            double total = 0;
            int count = 1 + random.nextInt(4);
            for (int g = 0; g < count; g++) {
                List<Question> questions = new ArrayList<>();
                double sum = 0;
                int size = 1 + random.nextInt(5);
                for (int q = 0; q < size; q++) {
                    String code = g + "." + q;
                    double weight = 1 + random.nextInt(9);
                    real.put(code, weight);
                    sum += weight;
                    questions.add(
                            TestRankings.question(
                                    code,
                                    switch (random.nextInt(3)) {
                                        case 0 -> known(weight);
                                        case 1 -> recalled(1 + random.nextInt(9));
                                        default -> UNKNOWN;
                                    }));
                    shares.put(code, share(random));
                }
                total += sum;
                groups.add(
                        TestRankings.group(
                                String.valueOf(g),
                                random.nextBoolean() ? known(sum) : UNKNOWN,
                                questions.toArray(Question[]::new)));
            }
            return new Invented(
                    TestRankings.edition(known(total), groups.toArray(QuestionGroup[]::new)),
                    shares,
                    real);
        }

        private static Share share(Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> Share.NOTHING;
                case 1 -> Share.ALL;
                default -> Share.exactly(0.5);
            };
        }

        double truth(Map<String, Share> shares) {
            double sum = 0;
            double whole = 0;
            for (Map.Entry<String, Double> one : real.entrySet()) {
                sum += one.getValue() * Objects.requireNonNull(shares.get(one.getKey())).low();
                whole += one.getValue();
            }
            return 100 * sum / whole;
        }
    }
}
