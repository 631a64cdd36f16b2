package az.qalxan.transmission;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum TransmissionProblem implements Problem {
    /** The peer's or key's state does not allow the step, or it needs another person. */
    PEER_STATE("peer-state", 409),
    /** The message has arrived, or is in another state. */
    MESSAGE_STATE("message-state", 409);

    private final String slug;
    private final int status;

    TransmissionProblem(String slug, int status) {
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
