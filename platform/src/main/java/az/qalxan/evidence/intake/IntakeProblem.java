package az.qalxan.evidence.intake;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum IntakeProblem implements Problem {
    /** Another file is on its way to the exhibit. */
    INTAKE_OPEN("intake-open", 409),
    /** The intake has ended. */
    INTAKE_OVER("intake-over", 409),
    /** The exhibit has its bytes already, or is out of keeping. */
    INTAKE_NOT_TAKEN("intake-not-taken", 409),
    /** The piece begins elsewhere than the bytes that are there end. */
    INTAKE_OFFSET("intake-offset", 409),
    /** A piece that came before came again as another. */
    INTAKE_DIFFERS("intake-differs", 409),
    /** The piece's digest is not that of its bytes. */
    INTAKE_CHECKSUM("intake-checksum", 422),
    /** The intake is asked to end before all bytes are there. */
    INTAKE_INCOMPLETE("intake-incomplete", 409),
    /** The file is larger than allowed. */
    INTAKE_TOO_LARGE("intake-too-large", 413),
    /** The disk has no room. */
    INTAKE_NO_ROOM("intake-no-room", 507);

    private final String slug;
    private final int status;

    IntakeProblem(String slug, int status) {
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
