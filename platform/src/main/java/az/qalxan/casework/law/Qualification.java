package az.qalxan.casework.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All steps of a case's qualification. Steps hold from the day of their decision, in whatever order
 * they were entered, so that what stood on any day follows from them alone.
 */
record Qualification(List<QualificationStep> steps) {

    private static final Comparator<QualificationStep> BY_DAY =
            Comparator.comparing(QualificationStep::on)
                    .thenComparingLong(QualificationStep::sequence);

    Qualification {
        steps = steps.stream().sorted(BY_DAY).toList();
    }

    /** An article that stands, since which day, in the wording of which day. */
    record Standing(String article, LocalDate since, LocalDate lawDay, String decision) {}

    /** What became of a step that was to be added. */
    sealed interface Outcome {

        record Added(Qualification after) implements Outcome {}

        /** It puts what stands already on that day. */
        record Standing(String article, LocalDate on) implements Outcome {}

        /** It takes away what does not stand on that day. */
        record Missing(String article, LocalDate on) implements Outcome {}
    }

    /** The articles that stood at the end of that day, in the order in which they came. */
    List<Standing> asOf(LocalDate day) {
        return standing(step -> !step.on().isAfter(day));
    }

    /** The articles that stand when every decision so far holds. */
    List<Standing> last() {
        return standing(step -> true);
    }

    private List<Standing> standing(Predicate<QualificationStep> held) {
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (QualificationStep step : steps) {
            if (held.test(step)) {
                apply(step, standing);
            }
        }
        return List.copyOf(standing.values());
    }

    private static void apply(QualificationStep step, Map<String, Standing> standing) {
        switch (step.kind()) {
            case PUT -> standing.put(step.article(), of(step));
            case DROPPED -> standing.remove(step.article());
            case REQUALIFIED -> {
                standing.remove(step.replaces());
                standing.put(step.article(), of(step));
            }
        }
    }

    private static Standing of(QualificationStep step) {
        return new Standing(step.article(), step.on(), step.lawDay(), step.decision());
    }

    /**
     * Adds a step; refused when it, or a later one because of it, would put what stands or take
     * away what does not.
     */
    Outcome with(QualificationStep added) {
        List<QualificationStep> all = new ArrayList<>(steps);
        all.add(added);
        Qualification after = new Qualification(all);
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (QualificationStep step : after.steps()) {
            String gone =
                    step.kind() == QualificationStep.Kind.DROPPED
                            ? step.article()
                            : step.replaces();
            if (!gone.isEmpty() && !standing.containsKey(gone)) {
                return new Outcome.Missing(gone, step.on());
            }
            if (step.kind() != QualificationStep.Kind.DROPPED
                    && standing.containsKey(step.article())) {
                return new Outcome.Standing(step.article(), step.on());
            }
            apply(step, standing);
        }
        return new Outcome.Added(after);
    }
}
