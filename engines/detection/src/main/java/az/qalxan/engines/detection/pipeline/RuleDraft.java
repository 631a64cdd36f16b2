package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.detection.LogSource;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A rule while pipelines change it; used once. */
public final class RuleDraft {

    private final Yaml.Mapping rule;
    private LogSource logSource;
    private final Map<String, DraftPart> selections = new LinkedHashMap<>();
    private List<String> conditions;
    private final Map<String, List<String>> placeholders = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, String> state = new HashMap<>();

    /**
     * @param rule all of it, for its attributes
     * @param detection its selections
     */
    public RuleDraft(
            Yaml.Mapping rule, LogSource logSource, Yaml detection, List<String> conditions) {
        this.rule = rule;
        this.logSource = logSource;
        this.conditions = List.copyOf(conditions);
        detection
                .entries()
                .forEach((name, value) -> {
                    if (!name.equals("condition") && !name.equals("timeframe")) {
                        selections.put(name, DraftPart.of(value));
                    }
                });
    }

    public LogSource logSource() {
        return logSource;
    }

    public Map<String, DraftPart> selections() {
        return selections;
    }

    public List<String> conditions() {
        return conditions;
    }

    /** What stands for placeholders, beside what the reader was given. */
    public Map<String, List<String>> placeholders() {
        return placeholders;
    }

    /** Why a pipeline does not let the rule be used; nothing where it does. */
    public List<String> refusals() {
        return refusals;
    }

    Yaml.Mapping rule() {
        return rule;
    }

    Map<String, String> state() {
        return state;
    }

    Set<String> done() {
        return done;
    }

    void source(LogSource other) {
        logSource = other;
    }

    /**
     * Demands of every condition that the selection holds, or that it does not. Where the name is
     * taken it gets underscores in front, so that the rule keeps its own selections and none of its
     * patterns takes this one in.
     */
    void demand(String wanted, DraftPart selection, boolean negated) {
        String name = wanted;
        while (selections.containsKey(name)) {
            name = '_' + name;
        }
        selections.put(name, selection);
        String first = (negated ? "not " : "") + name + " and ";
        conditions = conditions.stream().map(one -> first + '(' + one + ')').toList();
    }

    /** All items, in their order. */
    List<DraftPart.Item> items() {
        List<DraftPart.Item> items = new ArrayList<>();
        selections.values().forEach(part -> gather(part, items));
        return items;
    }

    private static void gather(DraftPart part, List<DraftPart.Item> items) {
        switch (part) {
            case DraftPart.All all -> all.parts().forEach(one -> gather(one, items));
            case DraftPart.Any any -> any.parts().forEach(one -> gather(one, items));
            case DraftPart.Item item -> items.add(item);
        }
    }

    /** Puts something in the place of every item; an empty list of alternatives takes it away. */
    void change(UnaryOperator<DraftPart> change) {
        selections.replaceAll((_, part) -> changed(part, change));
    }

    private static DraftPart changed(DraftPart part, UnaryOperator<DraftPart> change) {
        return switch (part) {
            case DraftPart.All all ->
                    new DraftPart.All(
                            all.parts().stream()
                                    .map(one -> changed(one, change))
                                    .filter(one -> !gone(one))
                                    .toList());
            case DraftPart.Any any ->
                    new DraftPart.Any(
                            any.parts().stream()
                                    .map(one -> changed(one, change))
                                    .filter(one -> !gone(one))
                                    .toList());
            case DraftPart.Item item -> change.apply(item);
        };
    }

    private static boolean gone(DraftPart part) {
        return part instanceof DraftPart.Any(List<DraftPart> parts) && parts.isEmpty();
    }
}
