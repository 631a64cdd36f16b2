package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The two steps, repeated until nothing moves. A few expected pairs stand as a prior (maximum a
 * posteriori), so that levels never seen keep a small probability; the density, prior included,
 * never falls from one step to the next.
 */
final class ExpectationMaximisation {

    private static final int STEPS_MAX = 200;
    private static final double SETTLED = 1e-5;
    private static final double PRIOR_PAIRS = 12;
    private static final double PRIOR_MOVED = 0.03;

    /** Keeps the share of persons above zero where there are none. */
    private static final double PERSONS_MIN = 1e-3;

    private final FieldTraits traits;
    private final PairSample candidates;
    private final double allPairs;
    private final List<List<Double>> traces = new ArrayList<>();

    ExpectationMaximisation(FieldTraits traits, PairSample candidates, double allPairs) {
        this.traits = traits;
        this.candidates = candidates;
        this.allPairs = allPairs;
    }

    List<List<Double>> traces() {
        return traces;
    }

    /** Learns persons, moves and households; strangers stay as they are. */
    PairClasses settle(PairClasses begun) {
        double[] strangers = new double[candidates.size()];
        double share = begun.shares().strangers();
        for (int i = 0; i < strangers.length; i++) {
            strangers[i] = begun.strangers(candidates.patterns()[i]) / share;
        }
        traces.add(new ArrayList<>());
        PairClasses classes = begun;
        for (int step = 0; step < STEPS_MAX; step++) {
            PairClasses next = step(classes, strangers);
            double moved = distance(classes, next);
            classes = next;
            if (moved < SETTLED) {
                break;
            }
        }
        return classes;
    }

    /** Logarithm of the likelihood of all pairs, without prior. */
    double likelihood(PairClasses classes) {
        double likelihood =
                (allPairs - candidates.total()) * StrictMath.log(classes.shares().strangers());
        for (int i = 0; i < candidates.size(); i++) {
            long pattern = candidates.patterns()[i];
            likelihood +=
                    candidates.weights()[i]
                            * StrictMath.log(
                                    classes.home(pattern)
                                            + classes.elsewhere(pattern)
                                            + classes.family(pattern)
                                            + classes.strangers(pattern));
        }
        return likelihood;
    }

    private PairClasses step(PairClasses now, double[] strangers) {
        Tallies tallies = new Tallies(now);
        for (int i = 0; i < candidates.size(); i++) {
            tallies.add(
                    candidates.patterns()[i],
                    candidates.weights()[i],
                    now.shares().strangers() * strangers[i]);
        }
        traces.getLast().add(tallies.density());
        return tallies.maximum();
    }

    /** Expected counts of one step. */
    private final class Tallies {

        private final PairClasses now;
        private final LevelTally[] same = expecting();
        private final LevelTally[] moved = expecting();
        private final LevelTally[] household = expecting();
        private double homes = 0;
        private double moves = 0;
        private double households = 0;
        private double density = 0;

        Tallies(PairClasses now) {
            this.now = now;
            for (int field = 0; field < moved.length; field++) {
                if (traits.address(field)) {
                    moved[field] = LevelTally.prior(now.chance()[field], PRIOR_PAIRS);
                }
            }
        }

        private LevelTally[] expecting() {
            LevelTally[] tallies = new LevelTally[traits.fields()];
            for (int field = 0; field < tallies.length; field++) {
                tallies[field] =
                        LevelTally.expecting(traits.expectations().get(field), PRIOR_PAIRS);
            }
            return tallies;
        }

        void add(long pattern, double weight, double stranger) {
            double home = now.home(pattern);
            double elsewhere = now.elsewhere(pattern);
            double family = now.family(pattern);
            double all = home + elsewhere + family + stranger;
            density += weight * StrictMath.log(all);
            double ofHome = weight * home / all;
            double ofMoved = weight * elsewhere / all;
            double ofFamily = weight * family / all;
            homes += ofHome;
            moves += ofMoved;
            households += ofFamily;
            for (int field = 0; field < same.length; field++) {
                int level = PairLevels.level(pattern, field);
                boolean address = traits.address(field);
                same[field].add(level, address ? ofHome : ofHome + ofMoved);
                moved[field].add(level, ofMoved);
                household[field].add(level, ofFamily);
            }
        }

        /** Logarithm of likelihood and prior before the step. */
        double density() {
            PairClasses.Shares shares = now.shares();
            double all =
                    density + (allPairs - candidates.total()) * StrictMath.log(shares.strangers());
            all += PERSONS_MIN * StrictMath.log(shares.person());
            for (int field = 0; field < same.length; field++) {
                double[] expected = traits.expectations().get(field).shares();
                all += LevelTally.density(expected, now.same()[field], PRIOR_PAIRS);
                if (traits.seesMoves() && traits.address(field)) {
                    all += LevelTally.density(now.chance()[field], now.moved()[field], PRIOR_PAIRS);
                }
                if (traits.seesHouseholds() && traits.shared(field)) {
                    all += LevelTally.density(expected, now.household()[field], PRIOR_PAIRS);
                }
            }
            return traits.seesMoves() ? all + priorOfMoves(shares.moved()) : all;
        }

        private double priorOfMoves(double share) {
            return PRIOR_PAIRS
                    * (PRIOR_MOVED * StrictMath.log(share)
                            + (1 - PRIOR_MOVED) * StrictMath.log(1 - share));
        }

        PairClasses maximum() {
            double[][] nextSame = new double[same.length][];
            double[][] nextMoved = new double[same.length][];
            double[][] nextHousehold = new double[same.length][];
            for (int field = 0; field < same.length; field++) {
                nextSame[field] = same[field].shares();
                nextMoved[field] = traits.address(field) ? moved[field].shares() : nextSame[field];
                nextHousehold[field] =
                        traits.shared(field) ? household[field].shares() : now.chance()[field];
            }
            return new PairClasses(
                    nextSame, nextMoved, nextHousehold, now.chance(), now.place(), shares());
        }

        private PairClasses.Shares shares() {
            double persons = homes + moves + PERSONS_MIN;
            double all = allPairs + PERSONS_MIN;
            double movedShare = (moves + PRIOR_PAIRS * PRIOR_MOVED) / (homes + moves + PRIOR_PAIRS);
            return new PairClasses.Shares(
                    persons / all,
                    traits.seesMoves() ? movedShare : 0,
                    households / all,
                    now.shares().place());
        }
    }

    private static double distance(PairClasses one, PairClasses other) {
        double persons = one.shares().person() - other.shares().person();
        double most = Math.abs(persons) / Math.max(one.shares().person(), other.shares().person());
        most = Math.max(most, Math.abs(one.shares().moved() - other.shares().moved()));
        for (int field = 0; field < one.same().length; field++) {
            for (int level = 0; level < Level.COUNT; level++) {
                most =
                        Math.max(
                                most,
                                Math.abs(one.same()[field][level] - other.same()[field][level]));
            }
        }
        return most;
    }
}
