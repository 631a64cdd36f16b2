package az.qalxan.law;

import az.qalxan.web.Problem;

/** What a caller of the law can meet. */
enum LawProblem implements Problem {
    /** Nobody approves or refuses what they stand for. */
    OWN_PROPOSAL("law-own-proposal", 409),
    /** Somebody has decided already, or it was withdrawn. */
    PROPOSAL_DECIDED("law-proposal-decided", 409),
    /** What a pack brought waits for somebody who stands for it. */
    PROPOSAL_UNSUPPORTED("law-proposal-unsupported", 409),
    /** What it would change has changed since. */
    PROPOSAL_OUTDATED("law-proposal-outdated", 409),
    /** At the moment that an address names nothing was recorded yet. */
    NOTHING_KNOWN("law-nothing-known", 404),
    /** The recommendation is over. */
    RECOMMENDATION_OVER("law-recommendation-over", 409);

    private final String slug;
    private final int status;

    LawProblem(String slug, int status) {
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
