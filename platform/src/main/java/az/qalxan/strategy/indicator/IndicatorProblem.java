package az.qalxan.strategy.indicator;

import az.qalxan.web.Problem;

/** What a caller of indicators can meet. */
enum IndicatorProblem implements Problem {
    /** Nobody judges their own proposal. */
    OWN_PROPOSAL("indicator-own-proposal", 409),
    /** Somebody has decided already, or it was withdrawn. */
    DECIDED("indicator-decided", 409),
    /** Only the body that answers for an indicator changes it or enters its values. */
    NOT_OWNER("indicator-not-owner", 403),
    /** The registers tell it; nobody enters it. */
    COMPUTED("indicator-computed", 409);

    private final String slug;
    private final int status;

    IndicatorProblem(String slug, int status) {
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
