package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Observations that are asked together, and which patterns they match. Not for several threads. */
public final class IndexRound {

    private final PatternIndex index;
    private final Unfit unfit = new Unfit();
    private final List<Observation> observations = new ArrayList<>();
    private final Map<Integer, IntList> found = new HashMap<>();

    /** By leaf: the last observation that passed, and the last object that was asked, from 1. */
    private final int[] passed;

    private final int[] asked;
    private int objects;
    private int met;

    IndexRound(PatternIndex index) {
        this.index = index;
        passed = new int[index.leafCount()];
        asked = new int[index.leafCount()];
    }

    /** Takes one more observation; tells how many observation expressions it met. */
    public int add(Observation observation) {
        observations.add(observation);
        int number = observations.size();
        int before = met;
        Asking asking = new Asking(observation, unfit);
        for (ObjectNode object : observation.objects().values()) {
            String type = Asking.type(object);
            if (!type.isEmpty()) {
                objects++;
                index.type(type)
                        .find(
                                List.of(new Selected(object, null)),
                                asking.steps(),
                                unfit,
                                leaf -> ask(leaf, number, asking, object, type));
            }
        }
        return met - before;
    }

    private void ask(int leaf, int number, Asking asking, ObjectNode object, String type) {
        if (passed[leaf] == number || asked[leaf] == objects) {
            return;
        }
        asked[leaf] = objects;
        PatternIndex.Leaf asks = index.leaf(leaf);
        if (asks.decided() || asking.passes(asks.simple().comparison(), object, type)) {
            passed[leaf] = number;
            met++;
            found.computeIfAbsent(leaf, key -> new IntList()).add(number - 1);
        }
    }

    /** What came of it, by the place of the pattern; a pattern that is not here did not match. */
    public SortedMap<Integer, Verdict> verdicts() {
        SortedMap<Integer, Verdict> verdicts = new TreeMap<>();
        Times times = new Times(observations);
        for (int leaf : found.keySet()) {
            int pattern = index.leaf(leaf).pattern();
            if (!verdicts.containsKey(pattern)) {
                verdicts.put(pattern, verdict(pattern, times));
            }
        }
        verdicts.values().removeIf(Verdict.Unmatched.class::isInstance);
        return verdicts;
    }

    private Verdict verdict(int pattern, Times times) {
        Map<Observing.Simple, int[]> candidates = new IdentityHashMap<>();
        for (int leaf = index.firstLeaf(pattern); leaf <= index.lastLeaf(pattern); leaf++) {
            IntList list = found.getOrDefault(leaf, new IntList());
            candidates.put(index.leaf(leaf).simple(), list.toArray());
        }
        return PatternMatcher.decide(
                index.patterns().get(pattern).root(),
                observations,
                times,
                simple -> candidates.getOrDefault(simple, new int[0]));
    }

    /** Values that could not be judged. */
    public List<ObservationFault> faults() {
        return unfit.faults();
    }
}
