package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Matches by trying everything: all bindings of all parts, joined as the specification words it.
 * Slow and plain, so that the matcher can be held against it.
 */
final class Naive {

    /** One of the observations that an observed-data object stands for. */
    record Instance(int observation, long index) {}

    private final List<Observation> observations;

    Naive(List<Observation> observations) {
        this.observations = observations;
    }

    boolean matches(Pattern pattern) {
        return !bindings(pattern.root()).isEmpty();
    }

    private List<List<Instance>> bindings(Observing observing) {
        return switch (observing) {
            case Observing.Simple simple -> simple(simple);
            case Observing.Either either ->
                    either.parts().stream().flatMap(part -> bindings(part).stream()).toList();
            case Observing.Every every -> joined(every.parts(), false);
            case Observing.Sequence sequence -> joined(sequence.parts(), true);
            case Observing.Within within ->
                    bindings(within.part()).stream()
                            .filter(binding -> isWithin(binding, within.nanos()))
                            .toList();
            case Observing.Between between ->
                    bindings(between.part()).stream()
                            .filter(binding -> isBetween(binding, between))
                            .toList();
            case Observing.Repeated repeated -> repeated(repeated);
        };
    }

    private List<List<Instance>> simple(Observing.Simple simple) {
        List<List<Instance>> found = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            if (new Asking(observations.get(i), new Unfit()).anyPasses(simple.comparison())) {
                for (long n = 0; n < observations.get(i).number(); n++) {
                    found.add(List.of(new Instance(i, n)));
                }
            }
        }
        return found;
    }

    private List<List<Instance>> repeated(Observing.Repeated repeated) {
        List<List<Instance>> all = bindings(repeated.part());
        List<List<Instance>> found = all;
        for (long i = 1; i < repeated.times() && !found.isEmpty(); i++) {
            found = product(found, all, false);
        }
        return found;
    }

    private List<List<Instance>> joined(List<Observing> parts, boolean ordered) {
        List<List<Instance>> found = bindings(parts.getFirst());
        for (Observing part : parts.subList(1, parts.size())) {
            found = product(found, bindings(part), ordered);
        }
        return found;
    }

    private List<List<Instance>> product(
            List<List<Instance>> left, List<List<Instance>> right, boolean ordered) {
        Set<List<Instance>> found = new HashSet<>();
        for (List<Instance> one : left) {
            for (List<Instance> other : right) {
                if (one.stream().noneMatch(other::contains)
                        && (!ordered || !latestFirst(one).isAfter(earliestLast(other)))) {
                    List<Instance> both = new ArrayList<>(one);
                    both.addAll(other);
                    found.add(both);
                }
            }
        }
        return List.copyOf(found);
    }

    private boolean isWithin(List<Instance> binding, long nanos) {
        return !earliestLast(binding).plusNanos(nanos).isBefore(latestFirst(binding));
    }

    private boolean isBetween(List<Instance> binding, Observing.Between between) {
        return between.start().isBefore(between.stop())
                && binding.stream()
                        .map(instance -> observations.get(instance.observation()))
                        .allMatch(observation ->
                                !observation.last().isBefore(between.start())
                                        && observation.first().isBefore(between.stop()));
    }

    private java.time.Instant latestFirst(List<Instance> binding) {
        return binding.stream()
                .map(instance -> observations.get(instance.observation()).first())
                .max(java.time.Instant::compareTo)
                .orElseThrow();
    }

    private java.time.Instant earliestLast(List<Instance> binding) {
        return binding.stream()
                .map(instance -> observations.get(instance.observation()).last())
                .min(java.time.Instant::compareTo)
                .orElseThrow();
    }
}
