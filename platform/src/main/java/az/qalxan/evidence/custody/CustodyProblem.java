package az.qalxan.evidence.custody;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum CustodyProblem implements Problem {
    /** An exhibit is not the caller's to give, or is offered already. */
    NOT_YOURS_TO_GIVE("not-yours-to-give", 409),
    /** The transfer was decided, or is not the caller's to decide. */
    TRANSFER_DECIDED("transfer-decided", 409),
    /** The receiver does not see the restricted case. */
    RECEIVER_OUTSIDE("receiver-outside", 409),
    /** The exhibit's state, or who holds it, does not allow to release it. */
    RELEASE_REFUSED("release-refused", 409);

    private final String slug;
    private final int status;

    CustodyProblem(String slug, int status) {
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
