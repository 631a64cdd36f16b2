package az.qalxan.monitoring;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum MonitoringProblem implements Problem {
    /** The source takes no events any more. */
    SOURCE_CLOSED("event-source-closed", 409),
    /** The request names no key, or one of another form. */
    KEY_MISSING("event-key-missing", 400),
    /** The key was used for other events. */
    KEY_REUSED("event-key-reused", 409),
    /** More events at once than are taken. */
    TOO_MANY("event-batch-too-large", 413),
    /** The source or version was changed meanwhile. */
    CHANGED("monitoring-changed-meanwhile", 409),
    /** The version's state does not allow the step. */
    RULES_STATE("rule-version-state", 409),
    /** The version was not tried on stored events. */
    NOT_TRIED("rule-version-not-tried", 409);

    private final String slug;
    private final int status;

    MonitoringProblem(String slug, int status) {
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
