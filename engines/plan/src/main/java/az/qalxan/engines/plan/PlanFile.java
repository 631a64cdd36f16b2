package az.qalxan.engines.plan;

import java.util.List;

/** One edition of an action plan as it was read; measures in the order of their numbers. */
public record PlanFile(
        String title,
        String language,
        PlanSource source,
        List<Acronym> acronyms,
        List<Target> targets,
        List<Objective> objectives,
        List<Priority> priorities,
        List<Group> groups,
        List<Measure> measures) {

    public PlanFile {
        acronyms = List.copyOf(acronyms);
        targets = List.copyOf(targets);
        objectives = List.copyOf(objectives);
        priorities = List.copyOf(priorities);
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
    }

    /** How many measures have no end. */
    public long openEnded() {
        return measures.stream().filter(one -> one.span().isOpen()).count();
    }
}
