package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Mark;
import az.qalxan.strategy.MeasureMark;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beside measures in lists how far they are. */
@Component
class ProgressMarks implements MeasureMark {

    private static final int ORDER = 10;

    private final Progress progress;
    private final Clock clock;

    ProgressMarks(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Map<MeasureCode, List<Mark>> of(Collection<MeasureCode> codes) {
        Map<MeasureCode, MeasureStanding> standings = progress.standings(clock.instant());
        Map<MeasureCode, List<Mark>> marks = new HashMap<>();
        for (MeasureCode code : codes) {
            @Nullable MeasureStanding standing = standings.get(code);
            List<Mark> found = standing == null ? List.of() : of(standing);
            if (!found.isEmpty()) {
                marks.put(code, found);
            }
        }
        return marks;
    }

    static List<Mark> of(MeasureStanding standing) {
        List<Mark> marks = new ArrayList<>();
        furthest(standing, marks);
        if (standing.is(Flag.LATE)) {
            marks.add(Mark.of(Mark.Tone.DANGER, "progress.flag.late"));
        }
        if (standing.is(Flag.DISPUTED)) {
            marks.add(Mark.of(Mark.Tone.SOON, "progress.flag.disputed"));
        }
        if (standing.is(Flag.SILENT)) {
            marks.add(Mark.of(Mark.Tone.SOON, "progress.flag.silent"));
        }
        // Whoever says nothing has nothing to show either; one word of the two is enough.
        if (standing.is(Flag.WITHOUT_EVIDENCE) && !standing.is(Flag.SILENT)) {
            marks.add(Mark.of(Mark.Tone.SOON, "progress.flag.without-evidence"));
        }
        return marks;
    }

    private static void furthest(MeasureStanding standing, List<Mark> marks) {
        Stage[] stages = Stage.values();
        for (int i = stages.length - 1; i >= 0; i--) {
            StageStanding one = standing.stage(stages[i]);
            if (one.reached()) {
                marks.add(Mark.of(Mark.Tone.DONE, "progress.mark.reached." + stages[i].code()));
                return;
            }
            if (one.state() == StageStanding.State.PROPOSED) {
                marks.add(Mark.of(Mark.Tone.PLAIN, "progress.mark.proposed." + stages[i].code()));
            }
        }
    }
}
