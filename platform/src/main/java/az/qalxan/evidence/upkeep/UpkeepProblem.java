package az.qalxan.evidence.upkeep;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum UpkeepProblem implements Problem {
    /** There are no bytes to verify. */
    NOTHING_TO_VERIFY("nothing-to-verify", 409),
    /** The alarm was ended already. */
    ALARM_SETTLED("alarm-settled", 409);

    private final String slug;
    private final int status;

    UpkeepProblem(String slug, int status) {
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
