package az.qalxan.directory;

import az.qalxan.web.Problem;

/** What a caller of the directory can meet. */
enum DirectoryProblem implements Problem {
    /** The post, person or channel has ended meanwhile. */
    ENTRY_ENDED("directory-entry-ended", 409),
    /** The organisation has that channel already. */
    CHANNEL_EXISTS("directory-channel-exists", 409);

    private final String slug;
    private final int status;

    DirectoryProblem(String slug, int status) {
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
