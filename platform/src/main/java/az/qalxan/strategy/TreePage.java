package az.qalxan.strategy;

import az.qalxan.engines.language.DictionaryOrder;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan as a tree of priorities, groups and measures.
 *
 * @param slice the measures that are shown of those that the filter lets through
 * @param bodies to choose from, in the order of the alphabet
 */
record TreePage(
        Plan plan,
        PlanFilter filter,
        List<Branch> branches,
        Slice<PlanMeasure> slice,
        MarkedMeasures.Marks marks,
        List<String> bodies,
        List<DroppedMeasure> dropped) {

    TreePage {
        branches = List.copyOf(branches);
        bodies = List.copyOf(bodies);
        dropped = List.copyOf(dropped);
    }

    /** A priority with what is shown of it, and how many measures it has. */
    record Branch(PlanPriority priority, List<Twig> twigs, int shown, int all) {

        Branch {
            twigs = List.copyOf(twigs);
        }
    }

    /** A group with its measures; without a group where the plan has no such level. */
    record Twig(@Nullable PlanGroup group, List<PlanMeasure> measures) {

        Twig {
            measures = List.copyOf(measures);
        }
    }

    static TreePage of(Plans plans, PlanFilter filter, int from, MarkedMeasures marked) {
        Plan plan = plans.current().orElseThrow();
        Slice<PlanMeasure> slice = Slice.of(filter.of(plan), from);
        return new TreePage(
                plan,
                filter,
                branches(plan, slice.shown()),
                slice,
                marked.of(slice.shown()),
                bodies(plan),
                plans.dropped());
    }

    int shown() {
        return slice.all();
    }

    /** The address of the part of the list that begins there. */
    String at(int from) {
        String address = filter.address();
        return address + (address.contains("?") ? "&" : "?") + "from=" + from;
    }

    private static List<Branch> branches(Plan plan, List<PlanMeasure> shown) {
        Map<Integer, List<PlanMeasure>> byPriority = new LinkedHashMap<>();
        shown.forEach(one ->
                byPriority
                        .computeIfAbsent(one.measure().priority(), key -> new ArrayList<>())
                        .add(one));
        Map<Integer, Integer> all = new LinkedHashMap<>();
        plan.measures().forEach(one -> all.merge(one.measure().priority(), 1, Integer::sum));
        Map<String, PlanGroup> groups = new LinkedHashMap<>();
        plan.groups().forEach(group -> groups.put(group.id(), group));
        return plan.priorities().stream()
                .map(priority -> {
                    List<PlanMeasure> own = byPriority.getOrDefault(priority.number(), List.of());
                    return new Branch(
                            priority,
                            twigs(groups, own),
                            own.size(),
                            all.getOrDefault(priority.number(), 0));
                })
                .toList();
    }

    private static List<Twig> twigs(Map<String, PlanGroup> groups, List<PlanMeasure> own) {
        Map<String, List<PlanMeasure>> byGroup = new LinkedHashMap<>();
        own.forEach(one ->
                byGroup.computeIfAbsent(
                                Objects.requireNonNullElse(one.measure().group(), ""),
                                key -> new ArrayList<>())
                        .add(one));
        List<Twig> twigs = new ArrayList<>();
        byGroup.forEach((id, measures) -> twigs.add(new Twig(groups.get(id), measures)));
        return twigs;
    }

    private static List<String> bodies(Plan plan) {
        return plan.measures().stream()
                .flatMap(one -> one.bodies().stream())
                .map(PlanBody::acronym)
                .distinct()
                .sorted(DictionaryOrder.AZERBAIJANI)
                .toList();
    }

    /** How many measures have no end. */
    long open() {
        return plan.file().openEnded();
    }

    /** What a group is called in the reader's language. */
    static String title(PlanGroup group, Text text) {
        return group.shortTitle().in(text.language().code());
    }
}
