package az.qalxan.monitoring.incident;

import az.qalxan.web.Problem;

/** What a caller of incidents can meet. */
enum IncidentProblem implements Problem {
    /** Somebody was faster, or it ended. */
    STATE("incident-state", 409),
    /** It may be read but not acted upon. */
    NOT_YOURS("incident-not-yours", 403),
    /** A case came of it already. */
    HAS_CASE("incident-has-case", 409),
    /** The marking asks for encryption and the receiver has no valid key. */
    NO_KEY("incident-no-key", 409),
    /** Only two open incidents of one body become one. */
    NOT_MERGEABLE("incident-not-mergeable", 409);

    private final String slug;
    private final int status;

    IncidentProblem(String slug, int status) {
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
