package az.qalxan.series.picture;

import az.qalxan.series.picture.Folding.Folded;
import az.qalxan.series.picture.Picture.Box;
import az.qalxan.series.picture.SeriesGraph.Node;

/**
 * How large a place is drawn.
 *
 * @param r radius of its sign
 * @param box around a sign whose middle is at 0, 0, with the words under it and some air
 */
record PlaceSize(double r, Box box) {

    private static final double REPORT = 8;
    private static final double BUNDLE = 5;
    private static final double PER_MEMBER = 6;
    private static final double IDENTIFIER = 14;
    private static final double PER_TENFOLD = 5;
    private static final double AIR = 5;
    private static final double WORDS_HEIGHT = 19;
    private static final double WORDS_WIDTH_MAX = 190;

    /**
     * @param words whether the label of a single report is to have room, too
     */
    static PlaceSize of(Folded place, NodeGraph graph, boolean words) {
        Node first = graph.node(place.first());
        int members = place.members().size();
        if (!first.isReport()) {
            int reports = graph.reportsOf(place.first()).length;
            double sign = members > 1 ? bundle(members) : 0;
            double r = Math.max(sign, IDENTIFIER + PER_TENFOLD * StrictMath.log10(1.0 + reports));
            return labelled(r, ShortLabel.of(first));
        }
        if (members > 1) {
            return bare(bundle(members));
        }
        return words ? labelled(REPORT, first.label()) : bare(REPORT);
    }

    /** Each member has the same area, so that an opened bundle is no larger than a closed one. */
    private static double bundle(int members) {
        return BUNDLE + PER_MEMBER * Math.sqrt(members);
    }

    private static PlaceSize bare(double r) {
        double half = r + AIR;
        return new PlaceSize(r, new Box(-half, -half, half, half));
    }

    private static PlaceSize labelled(double r, String label) {
        double half = Math.max(r, Math.min(WORDS_WIDTH_MAX, ShortLabel.width(label)) / 2) + AIR;
        return new PlaceSize(r, new Box(-half, -r - AIR, half, r + WORDS_HEIGHT + AIR));
    }

    /** About how far its edge is from its middle. */
    double reach() {
        return (box.width() + box.height()) / 4;
    }
}
