package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a measure stands at a moment, as its stages follow from what bodies said until then.
 *
 * @param saidAt when a body of the measure last said anything; null if none ever did
 * @param dropped whether the plan no longer has it
 */
public record MeasureStanding(
        MeasureCode code,
        Map<Stage, StageStanding> stages,
        Set<Flag> flags,
        @Nullable Instant saidAt,
        boolean dropped) {

    /** What should make somebody look. */
    public enum Flag {
        /** Its last year is over and its final stage is not reached. */
        LATE,
        /** It runs, and its bodies said nothing for longer than a reporting period. */
        SILENT,
        /** It runs, and nothing shows what was done; or a claim stands without anything. */
        WITHOUT_EVIDENCE,
        /** A claim is disputed. */
        DISPUTED;

        /** Message key {@code progress.flag.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public MeasureStanding {
        Map<Stage, StageStanding> every = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            every.put(stage, stages.getOrDefault(stage, StageStanding.NONE));
        }
        stages = Collections.unmodifiableMap(every);
        Set<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    public StageStanding stage(Stage stage) {
        return stages.getOrDefault(stage, StageStanding.NONE);
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
