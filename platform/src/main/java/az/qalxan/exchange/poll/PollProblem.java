package az.qalxan.exchange.poll;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum PollProblem implements Problem {
    /** Whoever registered a server cannot admit it, and it is admitted once. */
    SECOND_PERSON("exchange-remote-second-person", 409);

    private final String slug;
    private final int status;

    PollProblem(String slug, int status) {
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
