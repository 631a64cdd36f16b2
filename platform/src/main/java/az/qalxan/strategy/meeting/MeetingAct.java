package az.qalxan.strategy.meeting;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum MeetingAct implements AuditedAct {
    VIEWED("strategy.meeting.viewed", "A meeting with its members was shown."),
    LISTED("strategy.meeting.listed", "The meetings were listed."),
    PLANNED("strategy.meeting.planned", "A meeting was planned."),
    MOVED("strategy.meeting.moved", "A meeting was moved to another time or place."),
    CANCELLED("strategy.meeting.cancelled", "A meeting was cancelled."),
    OPENED("strategy.meeting.opened", "A meeting was opened and its agenda frozen."),
    CLOSED("strategy.meeting.closed", "A meeting was closed."),
    SEATED("strategy.meeting.seated", "A seat was added to a meeting or taken away."),
    PRESENCE("strategy.meeting.presence", "Somebody came to a meeting or left it."),
    QUORUM("strategy.meeting.quorum", "A meeting lost its quorum or had it again."),
    AGENDA("strategy.meeting.agenda", "The agenda of a meeting was changed."),
    WORDS("strategy.meeting.words", "What was said about an item was written down."),
    WORDS_MET(
            "strategy.meeting.words-met",
            "Words about an item came too late to be taken in and were kept beside."),
    PAPER("strategy.meeting.paper", "A paper was put to an item."),
    VOTED("strategy.meeting.voted", "A vote was taken."),
    DECIDED("strategy.meeting.decided", "A meeting decided something."),
    REVERSED("strategy.meeting.reversed", "A decision was reversed by a later one."),
    EXPORTED("strategy.meeting.exported", "A meeting or tasks were exported."),
    TASK_VIEWED("strategy.task.viewed", "A task was shown."),
    TASK_SET("strategy.task.set", "A body was given a task."),
    TASK_ANSWERED("strategy.task.answered", "A task was answered with evidence."),
    TASK_ACCEPTED("strategy.task.accepted", "The answer to a task was accepted."),
    TASK_GIVEN_BACK("strategy.task.given-back", "The answer to a task was given back."),
    TASK_HANDED_ON("strategy.task.handed-on", "A task was handed on to another body."),
    TASK_WITHDRAWN("strategy.task.withdrawn", "A task was withdrawn."),
    TASK_RECOUNTED(
            "strategy.task.recounted", "The day of a task was counted anew: days were decided."),
    MINUTES_VIEWED("strategy.minutes.viewed", "Minutes were shown."),
    MINUTES_SIGNED("strategy.minutes.signed", "Minutes were confirmed by one of the two."),
    MINUTES_TAKEN_BACK(
            "strategy.minutes.taken-back", "The first confirmation of minutes was taken back."),
    MINUTES_CORRECTED("strategy.minutes.corrected", "A corrected version of minutes was begun.");

    private final String code;
    private final String meaning;

    MeetingAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
