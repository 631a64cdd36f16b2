package az.qalxan.casework.handover;

import az.qalxan.web.Problem;

/** The problems of handing cases over. */
enum HandOverProblem implements Problem {
    /** The offer was decided or withdrawn meanwhile. */
    DECIDED("hand-over-decided", 409),
    /** The case is on offer already. */
    OPEN("hand-over-open", 409);

    private final String slug;
    private final int status;

    HandOverProblem(String slug, int status) {
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
