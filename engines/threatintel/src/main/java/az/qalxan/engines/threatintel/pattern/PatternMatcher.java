package az.qalxan.engines.threatintel.pattern;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks one pattern of observations, one after the other: what a pattern means. */
public final class PatternMatcher {

    private PatternMatcher() {}

    /** Whether observations match. */
    public static Judgement match(Pattern pattern, List<Observation> observations) {
        Unfit unfit = new Unfit();
        Map<Observing.Simple, int[]> asked = new IdentityHashMap<>();
        Function<Observing.Simple, int[]> candidates =
                simple ->
                        asked.computeIfAbsent(simple, key -> candidates(key, observations, unfit));
        Verdict verdict = decide(pattern.root(), observations, new Times(observations), candidates);
        return new Judgement(verdict, unfit.faults());
    }

    private static int[] candidates(
            Observing.Simple simple, List<Observation> observations, Unfit unfit) {
        int[] found = new int[observations.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (new Asking(observations.get(i), unfit).anyPasses(simple.comparison())) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    static Verdict decide(
            Observing root,
            List<Observation> observations,
            Times times,
            Function<Observing.Simple, int[]> candidates) {
        try {
            return decide(root, observations, times, new Shapes(times, candidates));
        } catch (TooLarge e) {
            return new Verdict.Undecided(e.words());
        }
    }

    private static Verdict decide(
            Observing root, List<Observation> observations, Times times, Shapes shapes)
            throws TooLarge {
        if (root instanceof Observing.Either(List<Observing> parts)) {
            return anyOf(parts, observations, times, shapes);
        }
        Budget budget = new Budget(Budget.STEPS_MAX);
        for (Shape shape : shapes.of(root)) {
            if (shape.isSingle()) {
                int first = shape.parts().getFirst().candidates()[0];
                return new Verdict.Matched(List.of(observations.get(first)));
            }
            int[] found = new Binding(shape, times, budget).find();
            if (found != null) {
                return new Verdict.Matched(
                        Arrays.stream(found).mapToObj(observations::get).toList());
            }
        }
        return new Verdict.Unmatched();
    }

    private static Verdict anyOf(
            List<Observing> parts, List<Observation> observations, Times times, Shapes shapes) {
        Verdict worst = new Verdict.Unmatched();
        for (Observing part : parts) {
            try {
                if (decide(part, observations, times, shapes) instanceof Verdict.Matched matched) {
                    return matched;
                }
            } catch (TooLarge e) {
                worst = new Verdict.Undecided(e.words());
            }
        }
        return worst;
    }
}
