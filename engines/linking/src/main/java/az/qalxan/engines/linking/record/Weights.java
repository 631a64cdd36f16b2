package az.qalxan.engines.linking.record;

/** Logarithms to the base 2 of everything that scoring multiplies. */
final class Weights {

    private static final int EXACT = Level.EXACT.ordinal();

    private final PairClasses classes;
    private final FieldTraits traits;
    private final double[][] same;
    private final double[][] moved;
    private final double[][] household;
    private final double[][] far;
    private final double[][] near;
    private final double[][] usual;
    private final double[][] bestGains;

    Weights(PairClasses classes, FieldTraits traits) {
        this.classes = classes;
        this.traits = traits;
        this.same = logs(classes.same());
        this.moved = logs(classes.moved());
        this.household = logs(classes.household());
        this.far = logs(classes.chance());
        this.near = logs(classes.place());
        this.usual = new double[same.length][Level.COUNT];
        this.bestGains = new double[Hypotheses.COUNT][same.length];
        for (int field = 0; field < same.length; field++) {
            for (int level = EXACT; level < Level.COUNT; level++) {
                if (classes.same()[field][level] > 0) {
                    usual[field][level] =
                            same[field][level] - Maths.log2(classes.byChance(field, level));
                    raise(field, level);
                }
            }
        }
    }

    /** The best that a field can add for each hypothesis when its values are not equal. */
    private void raise(int field, int level) {
        for (int i = 0; i < Hypotheses.COUNT && level > EXACT; i++) {
            bestGains[i][field] = Math.max(bestGains[i][field], gain(i, field, level));
        }
    }

    private static double[][] logs(double[][] shares) {
        double[][] logs = new double[shares.length][Level.COUNT];
        for (int field = 0; field < shares.length; field++) {
            for (int level = EXACT; level < Level.COUNT; level++) {
                logs[field][level] =
                        shares[field][level] > 0 ? Maths.log2(shares[field][level]) : 0;
            }
        }
        return logs;
    }

    /** What a level adds to the odds of one kind of person against one kind of strangers. */
    double gain(int hypothesis, int field, int level) {
        double[][] person = Hypotheses.moved(hypothesis) ? moved : same;
        double[][] strangers = Hypotheses.near(hypothesis) ? near : far;
        return person[field][level] - strangers[field][level];
    }

    double bestGain(int hypothesis, int field) {
        return bestGains[hypothesis][field];
    }

    /**
     * The odds of a hypothesis before any field was looked at; such that one without persons or
     * without strangers bounds nothing.
     */
    double prior(int hypothesis) {
        double person = Hypotheses.moved(hypothesis) ? personMoved() : personHome();
        double strangers = Hypotheses.near(hypothesis) ? strangersNear() : strangersFar();
        return person == Double.NEGATIVE_INFINITY ? person : person - strangers;
    }

    /** m over u of a level on average over all values. */
    double usual(int field, int level) {
        return usual[field][level];
    }

    double same(int field, int level) {
        return same[field][level];
    }

    double moved(int field, int level) {
        return moved[field][level];
    }

    double far(int field, int level) {
        return far[field][level];
    }

    double near(int field, int level) {
        return near[field][level];
    }

    /** What people of one household do not share, they share by chance like strangers. */
    boolean shared(int field) {
        return traits.shared(field);
    }

    double household(int field, int level) {
        return household[field][level];
    }

    double personHome() {
        return Maths.log2(classes.shares().person() * (1 - classes.shares().moved()));
    }

    double personMoved() {
        return Maths.log2(classes.shares().person() * classes.shares().moved());
    }

    double strangersFar() {
        return Maths.log2(classes.shares().strangers() * (1 - classes.shares().place()));
    }

    double strangersNear() {
        return Maths.log2(classes.shares().strangers() * classes.shares().place());
    }

    double households() {
        return Maths.log2(classes.shares().household());
    }
}
