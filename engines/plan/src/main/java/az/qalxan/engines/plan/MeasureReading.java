package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanFlaw.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the measures of a plan file and holds them against its other parts. */
final class MeasureReading {

    private static final int EXECUTORS_MAX = 500;
    private static final int YEAR_MAX = 2999;
    private static final MeasureCode NONE = new MeasureCode("0.0");

    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "priority",
                    "group",
                    "text",
                    "lead",
                    "executors",
                    "period",
                    "period_parsed",
                    "indicators",
                    "note");

    private final Set<String> acronyms;
    private final Set<Integer> priorities;
    private final Map<String, Integer> groups;
    private final Once once = new Once();

    private MeasureReading(List<Acronym> acronyms, List<Priority> priorities, List<Group> groups) {
        this.acronyms = acronyms.stream().map(Acronym::acronym).collect(Collectors.toSet());
        this.priorities = priorities.stream().map(Priority::number).collect(Collectors.toSet());
        this.groups = new HashMap<>();
        groups.forEach(group -> this.groups.put(group.id(), group.priority()));
    }

    static List<Measure> measures(
            Entry root, List<Acronym> acronyms, List<Priority> priorities, List<Group> groups) {
        MeasureReading reading = new MeasureReading(acronyms, priorities, groups);
        List<Measure> measures = new ArrayList<>();
        for (Entry one : root.list("measures", PlanReader.MEASURES_MAX)) {
            measures.add(reading.measure(one.knowing(KEYS)));
        }
        if (measures.isEmpty()) {
            root.error(root.at("measures"), Code.NO_MEASURES);
        }
        measures.sort(Comparator.comparing(Measure::code));
        return measures;
    }

    private Measure measure(Entry one) {
        String code = once.code(one, "id");
        int priority = one.number("priority", PlanReader.PARTS_MAX);
        if (!priorities.contains(priority)) {
            one.error(one.at("priority"), Code.UNKNOWN_PRIORITY, priority);
        }
        String lead = one.text("lead");
        noteAcronym(one, "lead", lead);
        return new Measure(
                MeasureCode.isOne(code) ? new MeasureCode(code) : NONE,
                priority,
                group(one, priority),
                one.text("text"),
                lead,
                executors(one, lead),
                span(one),
                results(one),
                one.has("note") ? one.text("note") : null);
    }

    private @Nullable String group(Entry one, int priority) {
        if (!one.has("group")) {
            return null;
        }
        String group = one.text("group");
        Integer of = groups.get(group);
        if (of == null) {
            one.error(one.at("group"), Code.UNKNOWN_GROUP, group);
        } else if (of != priority) {
            one.error(one.at("group"), Code.GROUP_ELSEWHERE, group, of, priority);
        }
        return group;
    }

    private List<Executor> executors(Entry one, String lead) {
        List<Executor> executors = new ArrayList<>();
        Once names = new Once();
        for (Entry executor : one.list("executors", EXECUTORS_MAX)) {
            String acronym = names.text(executor, "body");
            noteAcronym(executor, "body", acronym);
            if (!acronym.isEmpty() && acronym.equals(lead)) {
                executor.error(executor.at("body"), Code.LEAD_IS_EXECUTOR, acronym);
            }
            executors.add(new Executor(acronym, executor.truth("recommended")));
        }
        return executors;
    }

    /** A name that is no acronym may be a class of bodies; a person should look at it. */
    private void noteAcronym(Entry entry, String key, String acronym) {
        if (!acronym.isEmpty() && !acronyms.contains(acronym)) {
            entry.warn(entry.at(key), Code.NOT_IN_ACRONYMS, acronym);
        }
    }

    private static Span span(Entry one) {
        String printed = one.text("period");
        Entry parsed = one.below("period_parsed");
        String kind = parsed.text("kind");
        @Nullable Integer from = parsed.numberOrNull("start_year", YEAR_MAX);
        @Nullable Integer until = parsed.numberOrNull("end_year", YEAR_MAX);
        if (from != null && until != null && from > until) {
            parsed.error(parsed.at("end_year"), Code.YEARS_REVERSED, from, until);
            return new Span(printed, Span.Kind.ONGOING, null, null);
        }
        return switch (kind) {
            case "range", "year" -> range(parsed, printed, from, until);
            case "ongoing", "regular" -> new Span(printed, Span.Kind.ONGOING, from, until);
            default -> {
                if (!kind.isEmpty()) {
                    parsed.error(parsed.at("kind"), Code.UNKNOWN_KIND, kind);
                }
                yield new Span(printed, Span.Kind.ONGOING, null, null);
            }
        };
    }

    private static Span range(
            Entry parsed, String printed, @Nullable Integer from, @Nullable Integer until) {
        if (from == null) {
            parsed.error(parsed.node(), Code.MISSING, "start_year");
            return new Span(printed, Span.Kind.ONGOING, null, null);
        }
        return new Span(printed, Span.Kind.RANGE, from, until);
    }

    private static Map<Stage, String> results(Entry one) {
        Map<Stage, String> results = new EnumMap<>(Stage.class);
        Entry indicators = one.below("indicators");
        for (Stage stage : Stage.values()) {
            String text = indicators.text(stage.code());
            if (!text.isEmpty()) {
                results.put(stage, text);
            }
        }
        return results;
    }
}
