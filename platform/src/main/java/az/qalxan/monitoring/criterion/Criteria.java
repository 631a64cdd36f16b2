package az.qalxan.monitoring.criterion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole set of criteria: what findings reach, and which category they are.
 *
 * @param categories the first that fits gives the category
 */
public record Criteria(
        List<Criterion> criteria, List<CategoryRule> categories, Grouping grouping, Paging paging) {

    /** The category of what nothing tells more of. */
    public static final String UNDETERMINED = "other/undetermined";

    /**
     * @throws IllegalArgumentException when two criteria have one code
     */
    public Criteria {
        criteria = List.copyOf(criteria);
        categories = List.copyOf(categories);
        Set<String> codes = new HashSet<>();
        for (Criterion one : criteria) {
            if (!codes.add(one.code())) {
                throw new IllegalArgumentException("two criteria are called " + one.code());
            }
        }
    }

    /** Every criterion that those findings reach, the gravest first; order does not matter. */
    public List<Reached> reached(Collection<Sighting> sightings) {
        List<Sighting> inTime =
                sightings.stream()
                        .sorted(Comparator.comparing(Sighting::at).thenComparing(Sighting::rule))
                        .toList();
        return criteria.stream()
                .map(one -> reached(one, inTime))
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparing((Reached one) -> one.criterion().severity())
                                .reversed())
                .toList();
    }

    private static Optional<Reached> reached(Criterion criterion, List<Sighting> inTime) {
        Window window = new Window(criterion.within());
        for (Sighting next : inTime) {
            window.take(next);
            Map<Measure, Integer> measured = new EnumMap<>(Measure.class);
            criterion
                    .all()
                    .keySet()
                    .forEach(measure -> measured.put(measure, window.measure(measure)));
            boolean all =
                    criterion.all().entrySet().stream()
                            .allMatch(least ->
                                    measured.getOrDefault(least.getKey(), 0) >= least.getValue());
            if (all) {
                return Optional.of(new Reached(criterion, next.at(), measured));
            }
        }
        return Optional.empty();
    }

    /** The category of those findings, for example {@code fraud/phishing}. */
    public String category(Collection<Sighting> sightings) {
        Set<String> named = new HashSet<>();
        for (Sighting one : sightings) {
            named.addAll(one.techniques());
            named.addAll(one.tactics());
        }
        return categories.stream()
                .filter(rule -> rule.any().stream().anyMatch(named::contains))
                .map(CategoryRule::category)
                .findFirst()
                .orElse(UNDETERMINED);
    }

    public Optional<Criterion> find(String code) {
        return criteria.stream().filter(one -> one.code().equals(code)).findAny();
    }

    /** This set with one criterion new or changed; the others keep their order. */
    Criteria with(Criterion changed) {
        List<Criterion> all = new ArrayList<>(criteria);
        all.replaceAll(one -> one.code().equals(changed.code()) ? changed : one);
        if (find(changed.code()).isEmpty()) {
            all.add(changed);
        }
        all.sort(Comparator.comparing(Criterion::severity).reversed());
        return new Criteria(all, categories, grouping, paging);
    }

    Criteria without(String code) {
        return new Criteria(
                criteria.stream().filter(one -> !one.code().equals(code)).toList(),
                categories,
                grouping,
                paging);
    }
}
