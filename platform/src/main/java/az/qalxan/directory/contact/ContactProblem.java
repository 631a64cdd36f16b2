package az.qalxan.directory.contact;

import az.qalxan.web.Problem;

/** What a caller of the points of contact can meet. */
enum ContactProblem implements Problem {
    /** Somebody else has changed or ended the point meanwhile. */
    CHANGED("contact-changed", 409);

    private final String slug;
    private final int status;

    ContactProblem(String slug, int status) {
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
