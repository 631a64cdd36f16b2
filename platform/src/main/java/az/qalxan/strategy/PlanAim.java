package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.jurisdiction.Words;
import java.util.List;
import java.util.Locale;

/**
 * A target or an objective of the strategy, and the measures that serve it by our reading.
 *
 * @param text the official wording; empty where it is not known
 * @param measures those of this edition; none means that the plan has no measure for it
 * @param indirect whether they only touch it and none is meant for it
 * @param standing how sure the reading is: {@code verified}, {@code unverified}, {@code disputed}
 */
public record PlanAim(
        Kind kind,
        String id,
        String text,
        Words shortTitle,
        List<MeasureCode> measures,
        boolean indirect,
        String standing) {

    /** What it is. */
    public enum Kind {
        TARGET,
        OBJECTIVE;

        /** The name in message keys and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PlanAim {
        measures = List.copyOf(measures);
    }

    /** Whether no measure of the plan serves it. */
    public boolean uncovered() {
        return measures.isEmpty();
    }
}
