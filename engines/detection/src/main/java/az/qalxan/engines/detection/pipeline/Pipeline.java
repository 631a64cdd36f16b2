package az.qalxan.engines.detection.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Steps that change rules, in their order.
 *
 * @param name as people call it
 * @param priority the lower goes first
 */
public record Pipeline(String name, int priority, List<Step> steps) {

    /** Changes nothing. */
    public static final Pipeline NONE = new Pipeline("", 0, List.of());

    public Pipeline {
        steps = List.copyOf(steps);
    }

    /** Pipelines one after another, by their priorities. */
    public static Pipeline of(List<Pipeline> several) {
        List<Pipeline> sorted = new ArrayList<>(several);
        sorted.sort(Comparator.comparingInt(Pipeline::priority));
        List<Step> steps = new ArrayList<>();
        sorted.forEach(one -> steps.addAll(one.steps()));
        String names = String.join(", ", sorted.stream().map(Pipeline::name).toList());
        return new Pipeline(names, 0, steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Changes the rule, as far as it is not refused on the way. */
    public void apply(RuleDraft draft) {
        try {
            for (Step step : steps) {
                if (draft.refusals().isEmpty()) {
                    step.apply(draft);
                }
            }
        } catch (BoundedRegex.Unanswered e) {
            draft.refusals().add(e.getMessage());
        }
    }

    /** The name that a field has in the end by the steps that ask nothing of a rule. */
    public String field(String name) {
        String now = name;
        for (Step step : steps) {
            now = step.field(now);
        }
        return now;
    }
}
