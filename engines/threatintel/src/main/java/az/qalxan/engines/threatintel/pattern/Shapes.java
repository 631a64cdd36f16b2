package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Takes the choices out of a pattern: what it asks for is one of some shapes. */
final class Shapes {

    static final int SHAPES_MAX = 2_000;
    static final int PARTS_MAX = 2_000;

    private final Times times;
    private final Function<Observing.Simple, int[]> candidates;
    private final long start;
    private final long stop;

    Shapes(Times times, Function<Observing.Simple, int[]> candidates) {
        this(times, candidates, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Shapes(
            Times times, Function<Observing.Simple, int[]> candidates, long start, long stop) {
        this.times = times;
        this.candidates = candidates;
        this.start = start;
        this.stop = stop;
    }

    /** Shapes of which one has to be met; those that cannot be are left out. */
    List<Shape> of(Observing observing) throws TooLarge {
        return switch (observing) {
            case Observing.Simple simple -> simple(simple);
            case Observing.Every(List<Observing> parts) -> all(parts, false);
            case Observing.Sequence(List<Observing> parts) -> all(parts, true);
            case Observing.Either(List<Observing> parts) -> either(parts);
            case Observing.Between between -> between(between);
            case Observing.Within(Observing part, long nanos) -> within(part, Times.ticks(nanos));
            case Observing.Repeated(Observing part, long count) -> repeated(of(part), count);
        };
    }

    private List<Shape> simple(Observing.Simple simple) {
        int[] fitting =
                Arrays.stream(candidates.apply(simple))
                        .filter(i -> times.last(i) >= start && times.first(i) < stop)
                        .toArray();
        return fitting.length == 0 ? List.of() : List.of(Shape.of(fitting, 1));
    }

    private List<Shape> between(Observing.Between between) throws TooLarge {
        long from = Times.ticks(between.start());
        long to = Times.ticks(between.stop());
        if (from >= to) {
            return List.of();
        }
        return new Shapes(times, candidates, Math.max(start, from), Math.min(stop, to))
                .of(between.part());
    }

    private List<Shape> within(Observing part, long ticks) throws TooLarge {
        List<Shape> shapes = new ArrayList<>();
        for (Shape shape : of(part)) {
            int size = shape.parts().size();
            shapes.add(
                    shape.isSingle()
                            ? shape
                            : shape.with(new Shape.Order(0, size, 0, size, ticks)));
        }
        return shapes;
    }

    private List<Shape> either(List<Observing> parts) throws TooLarge {
        List<Shape> shapes = new ArrayList<>();
        for (Observing part : parts) {
            shapes.addAll(of(part));
        }
        return merged(shapes);
    }

    /** Choices between single observations are one choice among more of them. */
    private static List<Shape> merged(List<Shape> shapes) throws TooLarge {
        List<Shape> singles = shapes.stream().filter(Shape::isSingle).toList();
        List<Shape> rest = new ArrayList<>(shapes);
        if (singles.size() > 1) {
            int[] union =
                    singles.stream()
                            .flatMapToInt(
                                    shape -> IntStream.of(shape.parts().getFirst().candidates()))
                            .sorted()
                            .distinct()
                            .toArray();
            rest.removeIf(Shape::isSingle);
            rest.addFirst(Shape.of(union, 1));
        }
        return bounded(rest);
    }

    private static List<Shape> bounded(List<Shape> shapes) throws TooLarge {
        if (shapes.size() > SHAPES_MAX) {
            throw new TooLarge("its ORs leave more than " + SHAPES_MAX + " ways");
        }
        return shapes;
    }

    private List<Shape> all(List<Observing> parts, boolean ordered) throws TooLarge {
        List<Shape> shapes = of(parts.getFirst());
        for (Observing part : parts.subList(1, parts.size())) {
            List<Shape> next = shapes.isEmpty() ? List.of() : of(part);
            if ((long) shapes.size() * next.size() > SHAPES_MAX) {
                throw new TooLarge("its ORs leave more than " + SHAPES_MAX + " ways");
            }
            List<Shape> joined = new ArrayList<>();
            for (Shape one : shapes) {
                for (Shape other : next) {
                    joined.add(joined(one, other, ordered));
                }
            }
            shapes = joined;
        }
        return shapes;
    }

    private static Shape joined(Shape one, Shape other, boolean ordered) throws TooLarge {
        int size = one.parts().size();
        checkParts((long) size + other.parts().size());
        Shape both = one.and(other);
        return ordered ? both.with(new Shape.Order(0, size, size, both.parts().size(), 0)) : both;
    }

    private static void checkParts(long parts) throws TooLarge {
        if (parts > PARTS_MAX) {
            throw new TooLarge("it asks for more than " + PARTS_MAX + " groups of observations");
        }
    }

    private List<Shape> repeated(List<Shape> shapes, long count) throws TooLarge {
        if (count == 1 || shapes.isEmpty()) {
            return shapes;
        }
        if (count > times.total()) {
            return List.of();
        }
        if (shapes.size() == 1 && shapes.getFirst().isSingle()) {
            return List.of(Shape.of(shapes.getFirst().parts().getFirst().candidates(), count));
        }
        checkParts(count);
        List<Shape> found = new ArrayList<>();
        repeat(shapes, 0, (int) count, List.of(), found);
        return found;
    }

    /** Every way to take so many of the shapes from that one on, with repeats. */
    private static void repeat(
            List<Shape> shapes, int from, int count, List<Shape> taken, List<Shape> found)
            throws TooLarge {
        if (from == shapes.size() - 1) {
            List<Shape> all = new ArrayList<>(taken);
            all.addAll(copies(shapes.get(from), count));
            found.add(together(all));
            bounded(found);
            return;
        }
        for (int here = count; here >= 0; here--) {
            List<Shape> all = new ArrayList<>(taken);
            all.addAll(copies(shapes.get(from), here));
            repeat(shapes, from + 1, count - here, all, found);
        }
    }

    private static List<Shape> copies(Shape shape, int count) throws TooLarge {
        if (count == 0) {
            return List.of();
        }
        if (shape.isSingle()) {
            return List.of(Shape.of(shape.parts().getFirst().candidates(), count));
        }
        checkParts((long) count * shape.parts().size());
        Shape all = shape;
        int lastOrder = 0;
        for (int i = 1; i < count; i++) {
            int nextOrder = all.orders().size();
            all = all.andCopy(shape, lastOrder);
            lastOrder = nextOrder;
        }
        return List.of(all);
    }

    private static Shape together(List<Shape> shapes) throws TooLarge {
        Shape all = shapes.getFirst();
        for (Shape shape : shapes.subList(1, shapes.size())) {
            all = joined(all, shape, false);
        }
        return all;
    }
}
