package az.qalxan.series.picture;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum PictureProblem implements Problem {
    /** The picture shows reports that the matrix keeps in the system. */
    NOT_FOR_FILES("picture-not-for-files", 409);

    private final String slug;
    private final int status;

    PictureProblem(String slug, int status) {
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
