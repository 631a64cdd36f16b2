package az.qalxan.strategy.swot;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum SwotProblem implements Problem {
    /** Another version waits, nothing waits, or the entry was dropped. */
    SWOT_STATE("swot-state", 409),
    /** Nobody decides about the own proposal. */
    SWOT_OWN_PROPOSAL("swot-own-proposal", 409);

    private final String slug;
    private final int status;

    SwotProblem(String slug, int status) {
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
