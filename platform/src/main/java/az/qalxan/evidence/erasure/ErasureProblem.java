package az.qalxan.evidence.erasure;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum ErasureProblem implements Problem {
    /** Nothing of the case is stored. */
    NOTHING_TO_ERASE("nothing-to-erase", 409),
    /** The proposal was decided, or another one waits. */
    ERASURE_DECIDED("erasure-decided", 409),
    /** Whoever proposed cannot be the second person. */
    ERASURE_OWN_PROPOSAL("erasure-own-proposal", 409);

    private final String slug;
    private final int status;

    ErasureProblem(String slug, int status) {
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
