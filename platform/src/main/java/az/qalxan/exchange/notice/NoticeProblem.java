package az.qalxan.exchange.notice;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum NoticeProblem implements Problem {
    /** Who made a claim cannot approve it; or it was decided meanwhile. */
    CLAIM_DECIDED("claim-not-to-decide", 409),
    /** Somebody else holds the very same by a claim that two people approved. */
    CLAIM_HELD("claim-held", 409),
    /** Others hold it or parts of it, and no reason is given. */
    CLAIM_REASON("claim-reason-missing", 422),
    /** The request names no key, or one of another form. */
    KEY_MISSING("feed-key-missing", 400),
    /** The key was used for other content. */
    KEY_REUSED("feed-key-reused", 409),
    /** More at once than is taken. */
    TOO_LARGE("feed-batch-too-large", 413),
    /** More waits than is taken in. */
    FULL("feed-queue-full", 503),
    /** The notice was answered so already, or is closed. */
    ANSWERED("notice-answered", 409);

    private final String slug;
    private final int status;

    NoticeProblem(String slug, int status) {
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
