package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Learns the probabilities of {@link PairClasses} without labels: what strangers show from random
 * pairs, what pairs of one person show by expectation and maximisation (Dempster, Laird and Rubin
 * 1977; for linkage Winkler 1988) on the pairs of the blocks. Pairs outside of the blocks count as
 * strangers. Beginnings are fixed, so the same pairs teach the same.
 */
final class Learning {

    /** Rounds in which strangers and persons are learnt in turn. */
    private static final int ROUNDS = 4;

    private static final double HALF = 0.5;

    /** Least gain of likelihood (logarithm to the base e) that speaks for households. */
    private static final double GAIN_MIN = 10;

    /** The same for each pair of one person: about one pair of a household in three hundred. */
    private static final double GAIN_PER_PERSON = 0.03;

    private static final double MOVED_BEGUN = 0.03;

    /** Fixed beginnings: times the expected differences, and pairs of one person per row. */
    private static final double[] SPREADS = {1, 2, 0.5};

    private static final double[] PAIRS_PER_ROW = {0.1, 0.6, 0.01};

    private final FieldTraits traits;
    private final Evidence evidence;
    private final PairSample random;
    private final double allPairs;
    private final double rows;
    private final ExpectationMaximisation steps;

    /**
     * What can be seen.
     *
     * @param random patterns of random pairs
     * @param candidates patterns of the pairs of the blocks, weighted up to all of them
     * @param rows of the table
     */
    record Evidence(PairSample random, PairSample candidates, int rows) {

        double allPairs() {
            return Math.max(rows * (rows - 1.0) / 2, candidates.total() + 1);
        }
    }

    Learning(FieldTraits traits, Evidence evidence) {
        this.traits = traits;
        this.evidence = evidence;
        this.random = evidence.random;
        this.rows = evidence.rows;
        this.allPairs = evidence.allPairs();
        this.steps = new ExpectationMaximisation(traits, evidence.candidates, allPairs);
    }

    /** Logarithm of the posterior density at each step, run by run. */
    List<List<Double>> traces() {
        return steps.traces();
    }

    /** The expectation with what random pairs show; good enough to find likely pairs. */
    PairClasses first() {
        double[] all = new double[random.size()];
        Arrays.fill(all, 1);
        PairClasses begun = begun(expected(SPREADS[0]), chance(all), PAIRS_PER_ROW[0]);
        return places(begun, all);
    }

    /**
     * Learns all. People of one household are told from persons only where that explains the pairs
     * clearly better; else rows of one person with much changed would be taken for two.
     */
    PairClasses learn() {
        PairClasses classes = learnAsTold();
        if (!traits.seesHouseholds()) {
            return classes;
        }
        Learning simpler = new Learning(traits.withoutHouseholds(), evidence);
        PairClasses alone = simpler.learn();
        double gain = steps.likelihood(classes) - steps.likelihood(alone);
        double persons = alone.shares().person() * allPairs;
        return gain > GAIN_MIN + GAIN_PER_PERSON * persons ? classes : alone;
    }

    private PairClasses learnAsTold() {
        PairClasses classes = best(first());
        for (int round = 1; round < ROUNDS; round++) {
            double[] strangers = strangers(classes);
            PairClasses again = withChance(classes, chance(strangers));
            classes = steps.settle(places(again, strangers));
        }
        return classes;
    }

    private PairClasses begun(double[][] same, double[][] chance, double pairsPerRow) {
        double share = pairsPerRow * rows / allPairs;
        return new PairClasses(
                same,
                mixed(same, chance, false),
                mixed(chance, same, true),
                chance,
                chance,
                new PairClasses.Shares(
                        share,
                        traits.seesMoves() ? MOVED_BEGUN : 0,
                        traits.seesHouseholds() ? share : 0,
                        0));
    }

    /** Levels of one class, but those of another for what is shared, or for the address. */
    private double[][] mixed(double[][] levels, double[][] others, boolean shared) {
        double[][] mixed = new double[traits.fields()][];
        for (int field = 0; field < mixed.length; field++) {
            boolean other = shared ? traits.shared(field) : traits.address(field);
            mixed[field] = other ? others[field] : levels[field];
        }
        return mixed;
    }

    /** The likeliest of several beginnings in which most fields of one person agree. */
    private PairClasses best(PairClasses first) {
        List<PairClasses> found = new ArrayList<>();
        int best = 0;
        double bestDensity = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SPREADS.length; i++) {
            PairClasses begun = begun(expected(SPREADS[i]), first.chance(), PAIRS_PER_ROW[i]);
            PairClasses.Shares shares = begun.shares();
            found.add(
                    steps.settle(
                            new PairClasses(
                                    begun.same(),
                                    begun.moved(),
                                    begun.household(),
                                    begun.chance(),
                                    first.place(),
                                    new PairClasses.Shares(
                                            shares.person(),
                                            shares.moved(),
                                            shares.household(),
                                            first.shares().place()))));
            double density = Objects.requireNonNull(steps.traces().getLast().getLast());
            if (density > bestDensity && mostlyAgrees(found.get(i))) {
                best = i;
                bestDensity = density;
            }
        }
        return found.get(best);
    }

    private boolean mostlyAgrees(PairClasses classes) {
        double agreement = 0;
        for (double[] levels : classes.same()) {
            agreement += 1 - levels[Level.DIFFERENT.ordinal()];
        }
        return agreement >= HALF * traits.fields();
    }

    /** The expected levels of one person, with {@code spread} times the expected differences. */
    private double[][] expected(double spread) {
        double[][] levels = new double[traits.fields()][];
        for (int field = 0; field < levels.length; field++) {
            LevelTally tally = LevelTally.expecting(traits.expectations().get(field), spread);
            tally.add(
                    Level.EXACT.ordinal(),
                    (1 - spread)
                            * traits.expectations().get(field).shares()[Level.EXACT.ordinal()]);
            levels[field] = tally.shares();
        }
        return levels;
    }

    /** Probability of each random pattern to be of strangers. */
    private double[] strangers(PairClasses classes) {
        double[] strangers = new double[random.size()];
        for (int i = 0; i < strangers.length; i++) {
            long pattern = random.patterns()[i];
            double stranger = classes.strangers(pattern);
            double other =
                    classes.home(pattern) + classes.elsewhere(pattern) + classes.family(pattern);
            strangers[i] = stranger / (stranger + other);
        }
        return strangers;
    }

    /** Levels of random pairs; what was never seen gets half a pair. */
    private double[][] chance(double[] weights) {
        double[][] levels = new double[traits.fields()][];
        for (int field = 0; field < levels.length; field++) {
            LevelTally tally = new LevelTally(traits.expectations().get(field), HALF);
            for (int i = 0; i < random.size(); i++) {
                tally.add(
                        PairLevels.level(random.patterns()[i], field),
                        weights[i] * random.weights()[i]);
            }
            levels[field] = tally.shares();
        }
        return levels;
    }

    private PairClasses withChance(PairClasses classes, double[][] chance) {
        return new PairClasses(
                classes.same(),
                classes.moved(),
                mixed(chance, classes.household(), true),
                chance,
                classes.place(),
                classes.shares());
    }

    /** Tells neighbours from other strangers among the random pairs. */
    private PairClasses places(PairClasses classes, double[] weights) {
        return traits.seesPlaces()
                ? new Neighbourhoods(traits, random, weights).learn(classes)
                : classes;
    }
}
