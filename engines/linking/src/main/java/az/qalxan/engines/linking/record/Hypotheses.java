package az.qalxan.engines.linking.record;

/** Two kinds of person (at home, moved) against two kinds of strangers (far, near), numbered. */
final class Hypotheses {

    static final int COUNT = 4;

    private static final int MOVED = 1;
    private static final int NEAR = 2;

    private Hypotheses() {}

    static boolean moved(int hypothesis) {
        return (hypothesis & MOVED) != 0;
    }

    static boolean near(int hypothesis) {
        return (hypothesis & NEAR) != 0;
    }

    /** No odds are higher: the better person against the stronger strangers, and one bit. */
    static double bound(double[] odds) {
        return 1
                + Math.min(
                        Math.max(odds[0], odds[MOVED]), Math.max(odds[NEAR], odds[NEAR | MOVED]));
    }
}
