package az.qalxan.engines.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a plan.
 *
 * @param priority the number of its priority
 * @param group the id of its group; null where the plan has no such level
 * @param text the plan's wording; empty where only the facts of the plan are known
 * @param lead the acronym of the body that answers for it
 * @param executors in the plan's order
 * @param results what each stage of result means, in the plan's words
 * @param note what whoever copied the plan remarked; null if nothing
 */
public record Measure(
        MeasureCode code,
        int priority,
        @Nullable String group,
        String text,
        String lead,
        List<Executor> executors,
        Span span,
        Map<Stage, String> results,
        @Nullable String note) {

    public Measure {
        executors = List.copyOf(executors);
        Map<Stage, String> ordered = new EnumMap<>(Stage.class);
        ordered.putAll(results);
        results = Collections.unmodifiableMap(ordered);
    }

    /** What that stage means, in the plan's words; empty where the plan says nothing. */
    public String result(Stage stage) {
        return results.getOrDefault(stage, "");
    }
}
