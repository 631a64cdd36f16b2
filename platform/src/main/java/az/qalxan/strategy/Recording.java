package az.qalxan.strategy;

import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanFlaw;
import java.util.List;

/** What became of recording a plan file. */
public sealed interface Recording {

    /**
     * It is the newest edition now.
     *
     * @param changes what it says otherwise than the edition before
     * @param warnings what a person should look at
     */
    record Recorded(Edition edition, List<PlanChange> changes, List<PlanFlaw> warnings)
            implements Recording {

        public Recorded {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    /** The newest edition has the very same file; nothing was recorded. */
    record Same(Edition edition) implements Recording {}

    /** The file is no plan; all that is wrong with it. */
    record Refused(List<PlanFlaw> flaws) implements Recording {

        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
