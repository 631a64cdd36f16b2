package az.qalxan.assets;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum AssetsProblem implements Problem {
    /** The freeze was changed since the page was read. */
    FREEZE_CHANGED("freeze-changed", 409),
    /** The freeze's state does not allow the step. */
    FREEZE_STATE("freeze-state", 409),
    /** More is to be given back than is held and not yet allotted. */
    RETURN_TOO_MUCH("return-too-much", 409),
    /** A transfer that a freeze gave back cannot be withdrawn. */
    RETURN_STANDS("return-stands", 409),
    /** A statement cannot be read as one. */
    STATEMENT_UNREADABLE("statement-unreadable", 422);

    private final String slug;
    private final int status;

    AssetsProblem(String slug, int status) {
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
