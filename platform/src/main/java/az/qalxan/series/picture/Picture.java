package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import java.util.List;

/**
 * A series' graph laid out. One unit is one CSS pixel at natural size, x to the right, y down; the
 * same graph always gives the same picture.
 *
 * @param unshared identifiers of a single report that are listed and not drawn
 * @param weak identifiers that are not drawn because there are too many stronger ones
 */
public record Picture(
        SeriesGraph graph, List<Place> places, List<Tie> ties, int unshared, int weak) {

    public Picture {
        places = List.copyOf(places);
        ties = List.copyOf(ties);
    }

    /** Lays a graph out. */
    public static Picture of(SeriesGraph graph, Detail detail) {
        return new PictureLayout(new NodeGraph(graph), detail).picture(graph);
    }

    /** The whole picture's edges. */
    public Box bounds() {
        return places.stream().map(Place::box).reduce(Box::around).orElse(new Box(0, 0, 0, 0));
    }

    /**
     * A node or a bundle of nodes.
     *
     * @param fold why nodes lie here together
     * @param members numbers of the nodes in the graph
     * @param hub whether it is a common identifier that joins nothing
     * @param r radius of its sign
     * @param box what it takes, with the words under it
     */
    public record Place(
            String fold,
            List<Integer> members,
            boolean hub,
            double x,
            double y,
            double r,
            Box box) {

        public Place {
            members = List.copyOf(members);
        }
    }

    /**
     * All edges of one kind between two places.
     *
     * @param count how many
     * @param weight of the heaviest
     */
    public record Tie(int from, int to, EdgeKind kind, int count, int weight) {}

    /** A rectangle. */
    public record Box(double left, double top, double right, double bottom) {

        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }

        Box around(Box other) {
            return new Box(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        Box moved(double dx, double dy) {
            return new Box(left + dx, top + dy, right + dx, bottom + dy);
        }

        /** Whether the two have more than a border in common. */
        public boolean overlaps(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }
}
