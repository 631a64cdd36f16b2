package az.qalxan.exchange.warning;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum WarningProblem implements Problem {
    /** The warning is no longer, or not yet, where this step begins. */
    MOVED_ON("warning-moved-on", 409),
    /** Whoever wrote a warning cannot approve it; nor can anybody twice. */
    SAME_PERSON("warning-same-person", 409),
    /** The body acknowledged it before. */
    ACKNOWLEDGED("warning-acknowledged", 409);

    private final String slug;
    private final int status;

    WarningProblem(String slug, int status) {
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
