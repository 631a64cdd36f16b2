package az.qalxan.strategy.ranking;

import az.qalxan.web.Problem;

/** What a caller of rankings can meet. */
enum RankingProblem implements Problem {
    /** Nobody decides on what they proposed or imported. */
    OWN_WORK("ranking-own-work", 409),
    /** Somebody has decided already, or it was withdrawn. */
    DECIDED("ranking-decided", 409),
    /** Another version of the piece waits for a decision. */
    VERSION_WAITS("ranking-version-waits", 409),
    /** The piece of evidence has ended. */
    ENDED("ranking-evidence-ended", 409);

    private final String slug;
    private final int status;

    RankingProblem(String slug, int status) {
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
