package az.qalxan.deconfliction;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum DeconflictionProblem implements Problem {
    /** The ask's state does not allow the step. */
    ASK_STATE("ask-state", 409),
    /** The person has asked as often as one may on a day. */
    ASK_BUDGET("ask-budget-spent", 429),
    /** A chosen report may not leave its body. */
    REPORT_STAYS("report-stays-in-body", 409),
    /** Somebody else decided the hold, or it is one's own. */
    HOLD_STATE("hold-state", 409),
    /** The entry has ended, or was changed meanwhile. */
    WATCH_STATE("watch-state", 409),
    /** The person watches as much as one may. */
    WATCH_BUDGET("watch-budget-spent", 429);

    private final String slug;
    private final int status;

    DeconflictionProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
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
