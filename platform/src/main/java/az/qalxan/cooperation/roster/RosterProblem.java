package az.qalxan.cooperation.roster;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum RosterProblem implements Problem {
    /** The note is accepted already, or by its own author. */
    SHIFT_NOTE_TAKEN("shift-note-taken", 409);

    private final String slug;
    private final int status;

    RosterProblem(String slug, int status) {
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
