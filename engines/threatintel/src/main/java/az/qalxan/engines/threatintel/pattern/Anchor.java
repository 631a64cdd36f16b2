package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    static Set<Anchor> of(Comparison comparison, Grams grams) {
        return switch (comparison) {
            case Comparison.Every(List<Comparison> parts) -> best(parts, grams);
            case Comparison.Either(List<Comparison> parts) -> {
                Set<Anchor> all = new HashSet<>();
                parts.forEach(part -> all.addAll(of(part, grams)));
                yield all;
            }
            case Comparison.Exists(ObjectPath path, boolean negated) ->
                    Set.of(new Anchor(path, negated ? Kind.OBJECT : Kind.PRESENT, ""));
            case Comparison.Test(ObjectPath path, boolean negated, Judge judge) ->
                    negated ? present(path) : of(path, judge, grams);
        };
    }

    private static Set<Anchor> best(List<Comparison> parts, Grams grams) {
        Set<Anchor> best = of(parts.getFirst(), grams);
        for (Comparison part : parts.subList(1, parts.size())) {
            Set<Anchor> other = of(part, grams);
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

    private static Set<Anchor> of(ObjectPath path, Judge judge, Grams grams) {
        return switch (judge) {
            case Judge.Among(Set<Object> keys, boolean ignored) -> {
                Set<Anchor> anchors = new HashSet<>();
                keys.forEach(key ->
                        anchors.add(
                                new Anchor(
                                        path,
                                        key instanceof Instant ? Kind.MOMENT : Kind.EQUAL,
                                        key)));
                yield anchors;
            }
            case Judge.Networks(Network network, boolean inside) ->
                    inside
                            ? Set.of(
                                    new Anchor(
                                            path, Kind.NETWORK, network.masked(network.prefix())))
                            : present(path);
            case Judge.Like ignored -> pieces(path, Kind.GRAM, judge, grams);
            case Judge.Matches ignored -> pieces(path, Kind.FOLDED_GRAM, judge, grams);
            case Judge.Unlike ignored -> present(path);
            case Judge.Ordered ignored -> present(path);
        };
    }

    private static Set<Anchor> present(ObjectPath path) {
        return Set.of(new Anchor(path, Kind.PRESENT, ""));
    }

    private static Set<Anchor> pieces(ObjectPath path, Kind kind, Judge judge, Grams grams) {
        Set<Anchor> anchors = new HashSet<>();
        for (String run : Grams.runs(judge)) {
            anchors.add(new Anchor(path, kind, grams.rarest(run)));
        }
        return anchors.isEmpty() ? present(path) : anchors;
    }
}
