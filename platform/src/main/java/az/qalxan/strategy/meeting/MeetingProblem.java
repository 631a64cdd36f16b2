package az.qalxan.strategy.meeting;

import az.qalxan.web.Problem;

/** The problems of this module. */
enum MeetingProblem implements Problem {
    /** Somebody else changed the meeting or the task meanwhile. */
    MEETING_CHANGED("meeting-changed", 409),
    /** The step does not fit where the meeting stands. */
    MEETING_STATE("meeting-state", 409),
    /** Too few voting seats are taken. */
    MEETING_WITHOUT_QUORUM("meeting-without-quorum", 409),
    /** The step does not fit where the task stands, or it is another body's. */
    TASK_STEP("task-step", 409),
    /** Nobody judges the own answer, nor that of the own body. */
    TASK_OWN_ANSWER("task-own-answer", 409),
    /** The decision was reversed already. */
    DECISION_REVERSED("decision-reversed", 409),
    /** The words of the minutes stand: they are signed. */
    MINUTES_SIGNED("minutes-signed", 409),
    /** Not that body's signature, the same person, or other words than were read. */
    MINUTES_SIGNATURE("minutes-signature", 409);

    private final String slug;
    private final int status;

    MeetingProblem(String slug, int status) {
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
