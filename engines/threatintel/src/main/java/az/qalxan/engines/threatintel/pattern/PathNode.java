package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A step of paths that many comparisons take, and what they look for at its end. */
final class PathNode {

    private static final IntList NONE = new IntList();

    private final Map<ObjectPath.Step, PathNode> next = new LinkedHashMap<>();
    private final Map<Object, IntList> equal = new HashMap<>();
    private final Map<Object, IntList> moments = new HashMap<>();
    private final Map<Object, IntList> networks = new HashMap<>();
    private final Map<Object, IntList> grams = new HashMap<>();
    private final Map<Object, IntList> foldedGrams = new HashMap<>();
    private final TreeSet<Integer> prefixes = new TreeSet<>();
    private final IntList present = new IntList();

    void add(List<ObjectPath.Step> steps, Anchor anchor, int leaf) {
        PathNode node = this;
        for (ObjectPath.Step step : steps) {
            node = node.next.computeIfAbsent(step, key -> new PathNode());
        }
        node.add(anchor, leaf);
    }

    private void add(Anchor anchor, int leaf) {
        switch (anchor.kind()) {
            case EQUAL -> list(equal, anchor.key()).add(leaf);
            case MOMENT -> list(moments, anchor.key()).add(leaf);
            case NETWORK -> {
                list(networks, anchor.key()).add(leaf);
                prefixes.add(((Network) anchor.key()).prefix());
            }
            case GRAM -> list(grams, anchor.key()).add(leaf);
            case FOLDED_GRAM -> list(foldedGrams, anchor.key()).add(leaf);
            case PRESENT, OBJECT -> present.add(leaf);
        }
    }

    private static IntList list(Map<Object, IntList> lists, Object key) {
        return lists.computeIfAbsent(key, ignored -> new IntList());
    }

    /** Tells all leaves whose anchors are among the values or beyond them. */
    void find(List<Selected> values, Steps steps, Unfit unfit, IntConsumer leaves) {
        if (values.isEmpty()) {
            return;
        }
        present.forEach(leaves);
        for (Selected value : values) {
            find(value, unfit, leaves);
        }
        next.forEach((step, node) -> node.find(steps.step(values, step), steps, unfit, leaves));
    }

    private void find(Selected value, Unfit unfit, IntConsumer leaves) {
        if (!equal.isEmpty()) {
            tell(equal, ValueKey.of(value), leaves);
        }
        if (!moments.isEmpty() && value.isText()) {
            Instant moment = Moments.read(value.text());
            if (moment == null) {
                unfit.add("a value is no timestamp, and a pattern compares it with one");
            }
            tell(moments, moment, leaves);
        }
        if (!networks.isEmpty() && value.isText()) {
            findNetworks(Network.read(value.text()), unfit, leaves);
        }
        if (!grams.isEmpty() || !foldedGrams.isEmpty()) {
            findGrams(Judge.normalised(value), leaves);
        }
    }

    private void findNetworks(@Nullable Network network, Unfit unfit, IntConsumer leaves) {
        if (network == null) {
            unfit.add("a value is no address, and a pattern compares it with a network");
            return;
        }
        for (int prefix : prefixes.headSet(network.prefix(), true)) {
            tell(networks, network.masked(prefix), leaves);
        }
    }

    private void findGrams(@Nullable String text, IntConsumer leaves) {
        if (text == null) {
            return;
        }
        if (!grams.isEmpty()) {
            Grams.pieces(text, piece -> tell(grams, piece, leaves));
        }
        if (!foldedGrams.isEmpty()) {
            Grams.pieces(Grams.folded(text), piece -> tell(foldedGrams, piece, leaves));
        }
    }

    private static void tell(Map<Object, IntList> lists, @Nullable Object key, IntConsumer leaves) {
        if (key != null) {
            lists.getOrDefault(key, NONE).forEach(leaves);
        }
    }
}
