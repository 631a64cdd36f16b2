package az.qalxan.strategy.report;

import az.qalxan.web.Problem;

/** What a caller of reports can meet. */
enum ReportProblem implements Problem {
    /** The period is not over. */
    PERIOD_RUNNING("report-period-running", 409),
    /** It was issued before and no reason was given for another one. */
    REASON_MISSING("report-reason-missing", 422),
    /** Another body's report, or the commission's. */
    NOT_YOURS("report-not-yours", 403),
    /** The signing key's certificate has ended or has not begun. */
    KEY_UNUSABLE("report-key-unusable", 503),
    /** What is kept has not the digest with which it was issued. */
    CHANGED("report-changed", 500);

    private final String slug;
    private final int status;

    ReportProblem(String slug, int status) {
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
