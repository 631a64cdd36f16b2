package az.qalxan.cooperation;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum CooperationProblem implements Problem {
    /** The request was changed since the page was read. */
    REQUEST_CHANGED("request-changed", 409),
    /** The request's state does not allow the step. */
    REQUEST_STATE("request-state", 409),
    /** Somebody else was faster to acknowledge. */
    REQUEST_TAKEN("request-taken", 409),
    /** The floor of a preservation has not ended. */
    RELEASE_TOO_EARLY("release-too-early", 409),
    /** Assistance that follows the preservation is undecided. */
    RELEASE_FROZEN("release-frozen", 409);

    private final String slug;
    private final int status;

    CooperationProblem(String slug, int status) {
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
