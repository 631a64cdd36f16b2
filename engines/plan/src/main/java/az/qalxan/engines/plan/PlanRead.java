package az.qalxan.engines.plan;

import java.util.List;

/** What became of reading a plan file. */
public sealed interface PlanRead {

    /**
     * The file is a plan.
     *
     * @param warnings what a person should look at, though it is allowed
     */
    record Read(PlanFile file, List<PlanFlaw> warnings) implements PlanRead {

        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file is no plan that could be taken; every flaw, in the file's order. */
    record Refused(List<PlanFlaw> flaws) implements PlanRead {

        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
