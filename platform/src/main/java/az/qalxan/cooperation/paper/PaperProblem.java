package az.qalxan.cooperation.paper;

import az.qalxan.web.Problem;

/** What a caller of papers can meet. */
enum PaperProblem implements Problem {
    /** The signing key's certificate has ended or has not begun. */
    KEY_UNUSABLE("paper-key-unusable", 503);

    private final String slug;
    private final int status;

    PaperProblem(String slug, int status) {
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
