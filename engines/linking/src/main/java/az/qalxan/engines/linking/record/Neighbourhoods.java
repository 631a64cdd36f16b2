package az.qalxan.engines.linking.record;

/**
 * Tells neighbours from other strangers: among random pairs, those whose places agree together more
 * often than each alone would let expect.
 */
final class Neighbourhoods {

    private static final int STEPS = 60;
    private static final double SHARE_BEGUN = 1e-3;
    private static final double PRIOR_PAIRS = 4;
    private static final double HALF = 0.5;

    private final FieldTraits traits;
    private final PairSample places;

    Neighbourhoods(FieldTraits traits, PairSample random, double[] weights) {
        this.traits = traits;
        PatternCounts counts = new PatternCounts();
        for (int i = 0; i < random.size(); i++) {
            counts.add(places(random.patterns()[i]), weights[i] * random.weights()[i]);
        }
        this.places = PairSample.of(counts);
    }

    /** The pattern with all other fields missing. */
    private long places(long pattern) {
        long kept = 0;
        for (int field = traits.fields() - 1; field >= 0; field--) {
            kept <<= PairLevels.LEVEL_BITS;
            kept |= traits.local(field) ? PairLevels.level(pattern, field) : 0;
        }
        return kept;
    }

    PairClasses learn(PairClasses classes) {
        double share = classes.shares().place() > 0 ? classes.shares().place() : SHARE_BEGUN;
        double[][] near = classes.shares().place() > 0 ? classes.place() : begun(classes);
        double[][] far = classes.chance();
        double total = places.total();
        for (int step = 0; step < STEPS; step++) {
            LevelTally[] nearTally = new LevelTally[far.length];
            LevelTally[] farTally = new LevelTally[far.length];
            for (int field = 0; field < far.length; field++) {
                Expectation expectation = traits.expectations().get(field);
                nearTally[field] = LevelTally.expecting(expectation, PRIOR_PAIRS);
                farTally[field] = new LevelTally(expectation, HALF);
            }
            double neighbours = 0;
            for (int i = 0; i < places.size(); i++) {
                long pattern = places.patterns()[i];
                double ofNear = share * PairClasses.likelihood(near, pattern);
                double ofFar = (1 - share) * PairClasses.likelihood(far, pattern);
                double mine = places.weights()[i] * ofNear / (ofNear + ofFar);
                neighbours += mine;
                for (int field = 0; field < far.length; field++) {
                    int level = PairLevels.level(pattern, field);
                    nearTally[field].add(level, mine);
                    farTally[field].add(level, places.weights()[i] - mine);
                }
            }
            share = neighbours / total;
            near = merged(nearTally, classes.chance());
            far = merged(farTally, classes.chance());
        }
        PairClasses.Shares shares = classes.shares();
        return new PairClasses(
                classes.same(),
                classes.moved(),
                classes.household(),
                far,
                near,
                new PairClasses.Shares(shares.person(), shares.moved(), shares.household(), share));
    }

    private double[][] begun(PairClasses classes) {
        double[][] near = classes.chance().clone();
        for (int field = 0; field < near.length; field++) {
            near[field] = traits.local(field) ? classes.same()[field] : near[field];
        }
        return near;
    }

    private double[][] merged(LevelTally[] tallies, double[][] chance) {
        double[][] levels = new double[chance.length][];
        for (int field = 0; field < levels.length; field++) {
            levels[field] = traits.local(field) ? tallies[field].shares() : chance[field];
        }
        return levels;
    }
}
