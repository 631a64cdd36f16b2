package az.qalxan.exchange.advisory;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum AdvisoryProblem implements Problem {
    /** The advisory is no longer, or not yet, where this step begins. */
    MOVED_ON("advisory-moved-on", 409),
    /** Whoever wrote an advisory cannot approve it; nor can anybody twice. */
    SAME_PERSON("advisory-same-person", 409),
    /** The document would not be valid. */
    NOT_VALID("advisory-not-valid", 422),
    /** That version of that document is here already. */
    TAKEN("advisory-taken", 409);

    private final String slug;
    private final int status;

    AdvisoryProblem(String slug, int status) {
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
