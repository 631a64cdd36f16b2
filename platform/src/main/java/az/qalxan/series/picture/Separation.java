package az.qalxan.series.picture;

import az.qalxan.series.picture.Picture.Box;

/**
 * Moves places apart until no two boxes overlap. Each overlapping pair is pushed along the shorter
 * way; where that does not end, the whole is made a little wider, which always ends.
 */
final class Separation {

    private static final int ROUNDS_MAX = 2_000;
    private static final int PATIENCE = 40;
    private static final double WIDER = 1.04;
    private static final double EVER_WIDER = 1.25;
    private static final double GAP = 2;

    private final PlaceNet net;
    private final Points points;

    private Separation(PlaceNet net, Points points) {
        this.net = net;
        this.points = points;
    }

    static void of(PlaceNet net, Points points) {
        Separation separation = new Separation(net, points);
        int round = 0;
        while (separation.push()) {
            round++;
            if (round > ROUNDS_MAX) {
                points.scale(EVER_WIDER);
            } else if (round % PATIENCE == 0) {
                points.scale(WIDER);
            }
        }
    }

    /** One round; whether anything overlapped. */
    private boolean push() {
        boolean overlapped = false;
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                Box one = points.box(i, net);
                Box other = points.box(j, net);
                if (one.overlaps(other)) {
                    overlapped = true;
                    push(i, j, one, other);
                }
            }
        }
        return overlapped;
    }

    private void push(int i, int j, Box one, Box other) {
        double dx = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
        double dy = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        double heavy = one.width() * one.height();
        double share = heavy / (heavy + other.width() * other.height());
        if (dx < dy) {
            boolean left = middle(one.left(), one.right()) < middle(other.left(), other.right());
            double by = (dx + GAP) * (left ? 1 : -1);
            points.x()[i] -= by * (1 - share);
            points.x()[j] += by * share;
        } else {
            boolean above = middle(one.top(), one.bottom()) < middle(other.top(), other.bottom());
            double by = (dy + GAP) * (above ? 1 : -1);
            points.y()[i] -= by * (1 - share);
            points.y()[j] += by * share;
        }
    }

    private static double middle(double one, double other) {
        return (one + other) / 2;
    }
}
