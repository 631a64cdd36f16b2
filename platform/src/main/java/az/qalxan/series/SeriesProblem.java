package az.qalxan.series;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum SeriesProblem implements Problem {
    /** What is asked for does not fit where linking everything anew stands. */
    RELINK_STATE("relink-state", 409);

    private final String slug;
    private final int status;

    SeriesProblem(String slug, int status) {
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
