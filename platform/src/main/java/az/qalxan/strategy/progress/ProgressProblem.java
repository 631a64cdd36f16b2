package az.qalxan.strategy.progress;

import az.qalxan.web.Problem;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import java.util.List;

/** The problems of this module. */
enum ProgressProblem implements Problem {
    /** Who says it, or how the stage stands, does not allow it. */
    STAGE_STEP("stage-step", 409);

    private final String slug;
    private final int status;

    ProgressProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** What cannot be said; {@code why} is the end of {@code progress.refused.<why>}. */
    static ProblemFound refused(String why) {
        return ProblemFound.with(
                STAGE_STEP, List.of(Violation.at("step", "progress.refused." + why)));
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
