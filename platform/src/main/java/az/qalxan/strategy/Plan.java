package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.language.Folding;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanFile;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the plan put together: the file, our short titles and readings, and the bodies as
 * they are called on one day. Immutable.
 */
public final class Plan {

    private final Edition edition;
    private final LocalDate day;
    private final PlanFile file;
    private final Contents contents;
    private final Map<MeasureCode, PlanMeasure> byCode;
    private final Map<BodyCode, List<PlanMeasure>> byBody;
    private volatile @Nullable List<String> folded;

    /** The parts of a plan, each in the file's order. */
    record Contents(
            List<PlanPriority> priorities,
            List<PlanGroup> groups,
            List<PlanMeasure> measures,
            List<PlanAim> targets,
            List<PlanAim> objectives) {

        Contents {
            priorities = List.copyOf(priorities);
            groups = List.copyOf(groups);
            measures = List.copyOf(measures);
            targets = List.copyOf(targets);
            objectives = List.copyOf(objectives);
        }
    }

    Plan(Edition edition, LocalDate day, PlanFile file, Contents contents) {
        this.edition = edition;
        this.day = day;
        this.file = file;
        this.contents = contents;
        this.byCode =
                Collections.unmodifiableMap(
                        contents.measures().stream()
                                .collect(
                                        Collectors.toMap(
                                                PlanMeasure::code,
                                                Function.identity(),
                                                (one, other) -> one,
                                                LinkedHashMap::new)));
        this.byBody = byBody(contents.measures());
    }

    private static Map<BodyCode, List<PlanMeasure>> byBody(List<PlanMeasure> measures) {
        Map<BodyCode, java.util.Set<PlanMeasure>> found = new LinkedHashMap<>();
        for (PlanMeasure measure : measures) {
            for (PlanBody body : measure.bodies()) {
                BodyCode code = body.body();
                if (code != null) {
                    found.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(measure);
                }
            }
        }
        Map<BodyCode, List<PlanMeasure>> lists = new LinkedHashMap<>();
        found.forEach((code, set) -> lists.put(code, List.copyOf(set)));
        return Collections.unmodifiableMap(lists);
    }

    public Edition edition() {
        return edition;
    }

    /** The day for which bodies are named. */
    public LocalDate day() {
        return day;
    }

    /** The edition as it was read; for edition 0 without wording. */
    public PlanFile file() {
        return file;
    }

    /**
     * The measures in whose numbers, titles, wording or bodies all the words stand; case,
     * diacritics and dotted or dotless i make no difference.
     */
    List<PlanMeasure> holding(String words) {
        List<String> wanted =
                Stream.of(Folding.fold(words).split("\\s+")).filter(one -> !one.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return measures();
        }
        List<String> texts = folded();
        return IntStream.range(0, texts.size())
                .filter(i -> wanted.stream().allMatch(texts.get(i)::contains))
                .mapToObj(measures()::get)
                .toList();
    }

    private List<String> folded() {
        List<String> known = folded;
        if (known == null) {
            known = measures().stream().map(one -> Folding.fold(one.words())).toList();
            folded = known;
        }
        return known;
    }

    /** All measures in the order of their numbers. */
    public List<PlanMeasure> measures() {
        return contents.measures();
    }

    public Optional<PlanMeasure> measure(MeasureCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The measures of that body, as lead or as executor. */
    public List<PlanMeasure> of(BodyCode body) {
        return byBody.getOrDefault(body, List.of());
    }

    /** The bodies of the directory that have a part in the plan. */
    public java.util.Set<BodyCode> bodies() {
        return byBody.keySet();
    }

    public List<PlanPriority> priorities() {
        return contents.priorities();
    }

    public List<PlanGroup> groups() {
        return contents.groups();
    }

    public List<PlanAim> targets() {
        return contents.targets();
    }

    public List<PlanAim> objectives() {
        return contents.objectives();
    }

    /** Targets and then objectives, each with the measures that serve it. */
    public List<PlanAim> coverage() {
        return Stream.concat(targets().stream(), objectives().stream()).toList();
    }

    /** The targets and objectives that the measure serves by our reading. */
    public List<PlanAim> servedBy(MeasureCode code) {
        return coverage().stream().filter(aim -> aim.measures().contains(code)).toList();
    }
}
