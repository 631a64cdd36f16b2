package az.qalxan.exchange.misp;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum MispProblem implements Problem {
    /** Whoever registered a server or feed cannot admit it. */
    SECOND_PERSON("misp-second-person", 409);

    private final String slug;
    private final int status;

    MispProblem(String slug, int status) {
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
