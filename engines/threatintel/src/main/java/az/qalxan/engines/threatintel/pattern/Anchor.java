package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be there before a comparison can pass: a value at the end of a path.
 *
 * @param kind how the key is found in values
 * @param key what is looked for; the empty text where any value will do
 */
record Anchor(ObjectPath path, Kind kind, Object key) {

    /** How well an anchor tells patterns apart, the best first. */
    enum Kind {
        EQUAL,
        MOMENT,
        NETWORK,
        GRAM,
        FOLDED_GRAM,
        PRESENT,

        /** Any object of the type, as nothing has to be there. */
        OBJECT
    }

    /** Anchors of which one is there whenever the comparison passes. */
    static Set<Anchor> of(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Every(List<Comparison> parts) -> best(parts);
            case Comparison.Either(List<Comparison> parts) -> {
                Set<Anchor> all = new HashSet<>();
                parts.forEach(part -> all.addAll(of(part)));
                yield all;
            }
            case Comparison.Exists(ObjectPath path, boolean negated) ->
                    Set.of(new Anchor(path, negated ? Kind.OBJECT : Kind.PRESENT, ""));
            case Comparison.Test(ObjectPath path, boolean negated, Judge judge) ->
                    negated ? present(path) : of(path, judge);
        };
    }

    private static Set<Anchor> best(List<Comparison> parts) {
        Set<Anchor> best = of(parts.getFirst());
        for (Comparison part : parts.subList(1, parts.size())) {
            Set<Anchor> other = of(part);
            if (cost(other) < cost(best)) {
                best = other;
            }
        }
        return best;
    }

    private static long cost(Set<Anchor> anchors) {
        long cost = 0;
        for (Anchor anchor : anchors) {
            cost += 1L << (4 * anchor.kind.ordinal());
        }
        return cost;
    }

    private static Set<Anchor> of(ObjectPath path, Judge judge) {
        return switch (judge) {
            case Judge.Among(Set<Object> keys, boolean ignored) -> {
                Set<Anchor> anchors = new HashSet<>();
                keys.forEach(
                        key ->
                                anchors.add(
                                        new Anchor(
                                                path,
                                                key instanceof Instant ? Kind.MOMENT : Kind.EQUAL,
                                                key)));
                yield anchors;
            }
            case Judge.Networks(Network network, boolean inside) ->
                    inside
                            ? Set.of(new Anchor(path, Kind.NETWORK, network.masked(network.prefix())))
                            : present(path);
            case Judge.Like(LikeText like) -> {
                String run = Grams.longestRun(like.written());
                yield run.length() < Grams.LENGTH
                        ? present(path)
                        : Set.of(new Anchor(path, Kind.GRAM, Grams.rarest(run)));
            }
            case Judge.Matches(var expression) -> {
                Set<Anchor> anchors =
                        folded(path, Grams.usable(expression.written(), expression.literals()));
                yield anchors == null ? present(path) : anchors;
            }
            case Judge.Unlike ignored -> present(path);
            case Judge.Ordered ignored -> present(path);
        };
    }

    private static Set<Anchor> present(ObjectPath path) {
        return Set.of(new Anchor(path, Kind.PRESENT, ""));
    }

    private static @Nullable Set<Anchor> folded(ObjectPath path, List<String> literals) {
        Set<Anchor> anchors = new HashSet<>();
        for (String literal : literals) {
            anchors.add(new Anchor(path, Kind.FOLDED_GRAM, Grams.rarest(literal)));
        }
        return anchors.isEmpty() ? null : anchors;
    }

}
