package az.qalxan.casework;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum CaseworkProblem implements Problem {
    /** Another officer decided the reports first. */
    DECIDED_MEANWHILE("report-decided-meanwhile", 409),
    /** The case was changed since the page was read. */
    CASE_CHANGED("case-changed", 409),
    /** The case's state does not allow the step. */
    CASE_STATE("case-state", 409);

    private final String slug;
    private final int status;

    CaseworkProblem(String slug, int status) {
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
