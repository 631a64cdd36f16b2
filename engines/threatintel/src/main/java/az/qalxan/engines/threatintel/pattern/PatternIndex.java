package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns that are asked at once: of an object only those are asked of which a value, a piece
 * of a value or a network is there. What it answers is what {@link PatternMatcher} answers. Safe
 * for use by many threads.
 */
public final class PatternIndex {

    private static final PathNode EMPTY = new PathNode();

    private final List<Pattern> patterns;
    private final List<Leaf> leaves = new ArrayList<>();

    /** The first leaf of each pattern, and one more. */
    private final int[] firstLeaf;

    private final Map<String, PathNode> types = new HashMap<>();

    /**
     * An observation expression without operators.
     *
     * @param decided whether its anchor is all that it asks for
     */
    record Leaf(int pattern, Observing.Simple simple, boolean decided) {}

    private PatternIndex(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        firstLeaf = new int[patterns.size() + 1];
        for (int i = 0; i < patterns.size(); i++) {
            firstLeaf[i] = leaves.size();
            addLeaves(i, patterns.get(i).root());
        }
        firstLeaf[patterns.size()] = leaves.size();
        addAnchors();
    }

    public static PatternIndex of(List<Pattern> patterns) {
        return new PatternIndex(patterns);
    }

    private void addLeaves(int pattern, Observing observing) {
        switch (observing) {
            case Observing.Simple simple -> addLeaf(pattern, simple);
            case Observing.Every every -> every.parts().forEach(part -> addLeaves(pattern, part));
            case Observing.Either either ->
                    either.parts().forEach(part -> addLeaves(pattern, part));
            case Observing.Sequence all -> all.parts().forEach(part -> addLeaves(pattern, part));
            case Observing.Within within -> addLeaves(pattern, within.part());
            case Observing.Repeated repeated -> addLeaves(pattern, repeated.part());
            case Observing.Between between -> addLeaves(pattern, between.part());
        }
    }

    private void addLeaf(int pattern, Observing.Simple simple) {
        boolean decided =
                simple.comparison() instanceof Comparison.Test test
                        && !test.negated()
                        && test.judge() instanceof Judge.Among;
        leaves.add(new Leaf(pattern, simple, decided));
    }

    private void addAnchors() {
        Grams grams = new Grams();
        leaves.forEach(leaf -> grams.count(leaf.simple().comparison()));
        for (int i = 0; i < leaves.size(); i++) {
            for (Anchor anchor : Anchor.of(leaves.get(i).simple().comparison(), grams)) {
                List<ObjectPath.Step> steps =
                        anchor.kind() == Anchor.Kind.OBJECT ? List.of() : anchor.path().steps();
                types.computeIfAbsent(anchor.path().type(), type -> new PathNode())
                        .add(steps, anchor, i);
            }
        }
    }

    public List<Pattern> patterns() {
        return patterns;
    }

    /** A round of observations that are asked together; for one thread. */
    public IndexRound round() {
        return new IndexRound(this);
    }

    Leaf leaf(int leaf) {
        return leaves.get(leaf);
    }

    int leafCount() {
        return leaves.size();
    }

    int firstLeaf(int pattern) {
        return firstLeaf[pattern];
    }

    int lastLeaf(int pattern) {
        return firstLeaf[pattern + 1] - 1;
    }

    PathNode type(String type) {
        return types.getOrDefault(type, EMPTY);
    }
}
