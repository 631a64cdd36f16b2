package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanChange.Kind;
import az.qalxan.engines.plan.PlanChange.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one edition of a plan against another. */
public final class PlanComparison {

    private final List<PlanChange> changes = new ArrayList<>();

    private PlanComparison() {}

    /**
     * What the later edition says otherwise than the earlier one: first the parts around the
     * measures, then the measures in the order of their numbers. A measure whose number went and
     * whose very words came back under another number has moved. Where one of the two has no
     * wording, words are not compared.
     */
    public static List<PlanChange> between(PlanFile before, PlanFile after) {
        PlanComparison comparison = new PlanComparison();
        comparison.texts(Subject.PRIORITY, priorities(before), priorities(after));
        comparison.texts(Subject.GROUP, groups(before), groups(after));
        comparison.texts(Subject.TARGET, targets(before), targets(after));
        comparison.texts(Subject.OBJECTIVE, objectives(before), objectives(after));
        if (!before.acronyms().isEmpty() && !after.acronyms().isEmpty()) {
            comparison.texts(Subject.ACRONYM, acronyms(before), acronyms(after));
        }
        comparison.measures(before, after);
        return List.copyOf(comparison.changes);
    }

    private static boolean said(String before, String now) {
        return !before.isEmpty() && !now.isEmpty();
    }

    private void texts(Subject subject, Map<String, String> before, Map<String, String> after) {
        before.forEach((id, text) -> {
            String now = after.get(id);
            if (now == null) {
                add(Kind.REMOVED, subject, id, text, "");
            } else {
                differs(Kind.REWORDED, subject, id, text, now);
            }
        });
        after.forEach((id, text) -> {
            if (!before.containsKey(id)) {
                add(Kind.ADDED, subject, id, "", text);
            }
        });
    }

    private void measures(PlanFile before, PlanFile after) {
        Map<MeasureCode, Measure> old = byCode(before);
        Map<MeasureCode, Measure> fresh = byCode(after);
        Map<String, Measure> arrived = new LinkedHashMap<>();
        fresh.values().stream()
                .filter(one -> !old.containsKey(one.code()) && !one.text().isEmpty())
                .forEach(one -> arrived.putIfAbsent(one.text(), one));
        Map<MeasureCode, Measure> moved = new LinkedHashMap<>();
        old.values().stream()
                .filter(one -> !fresh.containsKey(one.code()))
                .forEach(one -> {
                    Measure now = arrived.remove(one.text());
                    if (now != null) {
                        moved.put(one.code(), now);
                    }
                });
        for (Measure one : old.values()) {
            @Nullable Measure now = fresh.getOrDefault(one.code(), moved.get(one.code()));
            if (now == null) {
                add(Kind.REMOVED, Subject.MEASURE, one.code().value(), one.text(), "");
            } else {
                measure(one, now);
            }
        }
        Set<MeasureCode> arrivedByMoving =
                moved.values().stream().map(Measure::code).collect(Collectors.toSet());
        for (Measure one : fresh.values()) {
            if (!old.containsKey(one.code()) && !arrivedByMoving.contains(one.code())) {
                add(Kind.ADDED, Subject.MEASURE, one.code().value(), "", one.text());
            }
        }
    }

    private void measure(Measure before, Measure now) {
        String id = now.code().value();
        if (!place(before).equals(place(now))) {
            add(Kind.MOVED, Subject.MEASURE, id, place(before), place(now));
        }
        differs(Kind.REWORDED, Subject.MEASURE, id, before.text(), now.text());
        differs(Kind.LEAD, Subject.MEASURE, id, before.lead(), now.lead());
        if (!before.executors().equals(now.executors())) {
            add(Kind.EXECUTORS, Subject.MEASURE, id, executors(before), executors(now));
        }
        if (!before.span().equals(now.span())) {
            add(Kind.PERIOD, Subject.MEASURE, id, before.span().printed(), now.span().printed());
        }
        for (Stage stage : Stage.values()) {
            if (said(before.result(stage), now.result(stage))
                    && !before.result(stage).equals(now.result(stage))) {
                changes.add(
                        new PlanChange(
                                Kind.RESULT,
                                Subject.MEASURE,
                                id,
                                stage,
                                before.result(stage),
                                now.result(stage)));
            }
        }
    }

    private void differs(Kind kind, Subject subject, String id, String before, String now) {
        if (said(before, now) && !before.equals(now)) {
            add(kind, subject, id, before, now);
        }
    }

    private void add(Kind kind, Subject subject, String id, String before, String after) {
        changes.add(new PlanChange(kind, subject, id, null, before, after));
    }

    /** Number, group and priority: what a measure's place is made of. */
    private static String place(Measure one) {
        String group = one.group();
        return one.code() + " (" + (group == null ? one.priority() : group) + ")";
    }

    private static String executors(Measure one) {
        return one.executors().stream()
                .map(executor -> executor.acronym() + (executor.recommended() ? "*" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Map<MeasureCode, Measure> byCode(PlanFile file) {
        return map(file.measures(), Measure::code, Function.identity());
    }

    private static Map<String, String> priorities(PlanFile file) {
        return map(file.priorities(), one -> String.valueOf(one.number()), Priority::title);
    }

    private static Map<String, String> groups(PlanFile file) {
        return map(file.groups(), Group::id, Group::title);
    }

    private static Map<String, String> targets(PlanFile file) {
        return map(file.targets(), Target::id, Target::text);
    }

    private static Map<String, String> objectives(PlanFile file) {
        return map(file.objectives(), Objective::id, Objective::text);
    }

    private static Map<String, String> acronyms(PlanFile file) {
        return map(file.acronyms(), Acronym::acronym, Acronym::name);
    }

    private static <T, K, V> Map<K, V> map(List<T> list, Function<T, K> key, Function<T, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        list.forEach(one -> map.put(key.apply(one), value.apply(one)));
        return map;
    }
}
