package az.qalxan.reporting.bulk;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum BulkProblem implements Problem {
    /** The same idempotency key came with another report. */
    KEY_REUSED("idempotency-key-reused", 409),
    /** The idempotency key has a form that is not taken. */
    KEY_INVALID("idempotency-key-invalid", 400),
    /** The file is not a CSV file of reports. */
    FILE_UNREADABLE("import-file-unreadable", 422),
    /** The import is in a state that does not allow the step. */
    IMPORT_STATE("import-state", 409);

    private final String slug;
    private final int status;

    BulkProblem(String slug, int status) {
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
