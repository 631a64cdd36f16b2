package az.qalxan.monitoring.criterion;

import az.qalxan.web.Problem;

/** What a caller of criteria can meet. */
enum CriterionProblem implements Problem {
    /** Nobody signs their own proposal. */
    OWN_PROPOSAL("criteria-own-proposal", 409),
    /** One person signs once. */
    SIGNED_TWICE("criteria-signed-twice", 409),
    /** It was decided already. */
    DECIDED("criteria-decided", 409),
    /** Another proposal waits for signatures. */
    PENDING("criteria-proposal-pending", 409);

    private final String slug;
    private final int status;

    CriterionProblem(String slug, int status) {
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
