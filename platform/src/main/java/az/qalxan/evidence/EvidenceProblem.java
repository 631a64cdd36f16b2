package az.qalxan.evidence;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum EvidenceProblem implements Problem {
    /** The exhibit was changed since the page was read. */
    EXHIBIT_CHANGED("exhibit-changed", 409),
    /** The exhibit's state does not allow the step. */
    EXHIBIT_STATE("exhibit-state", 409),
    /** The exhibit has bytes already, and they are never replaced. */
    EXHIBIT_HAS_BYTES("exhibit-has-bytes", 409),
    /** The exhibit has no bytes here. */
    EXHIBIT_WITHOUT_BYTES("exhibit-without-bytes", 409),
    /** The keys of the case were destroyed on purpose. */
    BYTES_ERASED("bytes-erased", 410);

    private final String slug;
    private final int status;

    EvidenceProblem(String slug, int status) {
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
