package az.qalxan.series.picture;

import az.qalxan.series.picture.Folding.Folded;
import az.qalxan.series.picture.Picture.Box;
import az.qalxan.series.picture.Picture.Place;
import az.qalxan.series.picture.Picture.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the places of a graph on a plane: each connected part by the distances of its places, the
 * parts side by side, common identifiers in rows of their own below.
 */
final class PictureLayout {

    /** Up to so many places, a single report's reference has room beside it. */
    private static final int LABELLED_PLACES_MAX = 60;

    private static final double PARTS_GAP = 40;
    private static final double HUBS_GAP = 30;

    /** A picture is read on a screen that is wider than high. */
    private static final double SHAPE = 1.7;

    private final NodeGraph graph;
    private final Folding.Result folding;
    private final List<PlaceSize> sizes;
    private final List<Tie> ties;

    PictureLayout(NodeGraph graph, Detail detail) {
        this.graph = graph;
        this.folding = Folding.of(graph, detail);
        boolean words = folding.places().size() <= LABELLED_PLACES_MAX;
        this.sizes =
                folding.places().stream().map(place -> PlaceSize.of(place, graph, words)).toList();
        this.ties = TieSums.of(graph, folding);
    }

    Picture picture(SeriesGraph of) {
        Point[] where = new Point[sizes.size()];
        shelve(parts(), where);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < where.length; i++) {
            Folded folded = folding.places().get(i);
            PlaceSize size = sizes.get(i);
            double x = rounded(where[i].x());
            double y = rounded(where[i].y());
            places.add(
                    new Place(
                            folded.fold().code(),
                            folded.members(),
                            folded.hub(),
                            x,
                            y,
                            rounded(size.r()),
                            size.box().moved(x, y)));
        }
        return new Picture(of, places, ties, folding.unshared(), folding.weak());
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    /** A part of the picture with its places laid out around 0, 0. */
    private record Part(int[] places, Points points, Box box) {}

    private record Point(double x, double y) {}

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        PlaceNet whole = PlaceNet.of(folding.places(), sizes, ties);
        for (int[] members : whole.components()) {
            PlaceNet net = whole.part(members);
            Points points = Distances.points(net);
            points.turn(age(members));
            Separation.of(net, points);
            parts.add(new Part(members, points, points.around(net)));
        }
        return parts;
    }

    /** The moment of each place's first node, to let time run from left to right. */
    private double[] age(int[] members) {
        double[] age = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            var at = graph.node(folding.places().get(members[i]).first()).at();
            age[i] = at == null ? Double.NaN : at.getEpochSecond();
        }
        return age;
    }

    /** Large parts first, row by row; common identifiers last. */
    private void shelve(List<Part> parts, Point[] where) {
        List<Part> joined = new ArrayList<>();
        List<Part> hubs = new ArrayList<>();
        for (Part part : parts) {
            (folding.places().get(part.places()[0]).hub() ? hubs : joined).add(part);
        }
        joined.sort(
                Comparator.comparingInt((Part part) -> part.places().length)
                        .reversed()
                        .thenComparingInt(part -> part.places()[0]));
        double area = joined.stream().mapToDouble(p -> p.box().width() * p.box().height()).sum();
        double widest = joined.stream().mapToDouble(p -> p.box().width()).max().orElse(0);
        double width = Math.max(widest, Math.sqrt(area * SHAPE));
        double below = rows(joined, width, 0, where);
        rows(hubs, Math.max(width, 400), below + HUBS_GAP, where);
    }

    private static double rows(List<Part> parts, double width, double top, Point[] where) {
        double x = 0;
        double y = top;
        double high = 0;
        for (Part part : parts) {
            if (x > 0 && x + part.box().width() > width) {
                y += high + PARTS_GAP;
                x = 0;
                high = 0;
            }
            for (int i = 0; i < part.places().length; i++) {
                where[part.places()[i]] =
                        new Point(
                                x - part.box().left() + part.points().x()[i],
                                y - part.box().top() + part.points().y()[i]);
            }
            x += part.box().width() + PARTS_GAP;
            high = Math.max(high, part.box().height());
        }
        return parts.isEmpty() ? top : y + high + PARTS_GAP;
    }
}
