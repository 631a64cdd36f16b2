package az.qalxan.cooperation;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum CooperationAct implements AuditedAct {
    VIEWED("cooperation.request.viewed", "A request was shown."),
    LISTED("cooperation.request.listed", "Requests were listed."),
    EXPORTED("cooperation.request.exported", "Requests were exported."),
    ENTERED("cooperation.request.entered", "A request was entered or taken in."),
    SENT("cooperation.request.sent", "A request of ours was sent."),
    CONFIRMED("cooperation.request.confirmed", "The other side confirmed a request of ours."),
    ACKNOWLEDGED("cooperation.request.acknowledged", "An officer took a request up."),
    UNDONE("cooperation.request.undone", "An officer took an acknowledgement back."),
    BEGUN("cooperation.request.begun", "Carrying out a request began."),
    ANSWERED("cooperation.request.answered", "A part of what was asked for was given."),
    EXECUTED("cooperation.request.executed", "Everything that was asked for was given."),
    REFUSED("cooperation.request.refused", "A request was refused."),
    PRESERVED("cooperation.request.preserved", "Data are preserved."),
    RENEWED("cooperation.request.renewed", "A preservation was renewed."),
    RELEASED("cooperation.request.released", "Preserved data were released."),
    WITHDRAWN("cooperation.request.withdrawn", "A request was withdrawn."),
    CLOSED("cooperation.request.closed", "The file of a request was closed."),
    CHANGED("cooperation.request.changed", "What a request says was completed."),
    BASIS_CHOSEN("cooperation.basis.chosen", "A person chose the legal basis of a request."),
    FORWARDED("cooperation.request.forwarded", "A request was given to the executing body."),
    FOLLOWED("cooperation.request.followed", "Assistance was tied to a preservation."),
    ATTACHED("cooperation.case.attached", "A request was attached to a case."),
    DETACHED("cooperation.case.detached", "A request was detached from a case."),
    RECOUNTED("cooperation.clock.recounted", "Clocks were counted anew."),
    RAISED("cooperation.task.raised", "A task was raised."),
    ESCALATED("cooperation.task.escalated", "Somebody was told of a task."),
    TASK_DONE("cooperation.task.done", "A task was done."),
    DOWN("cooperation.rounds.missed", "The program was down and caught up.");

    private final String code;
    private final String meaning;

    CooperationAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The act that a step of a request is. */
    static CooperationAct of(RequestStep step) {
        return switch (step) {
            case RequestStep.Send ignored -> SENT;
            case RequestStep.Confirm ignored -> CONFIRMED;
            case RequestStep.Acknowledge ignored -> ACKNOWLEDGED;
            case RequestStep.Undo ignored -> UNDONE;
            case RequestStep.Begin ignored -> BEGUN;
            case RequestStep.AnswerInPart ignored -> ANSWERED;
            case RequestStep.Execute ignored -> EXECUTED;
            case RequestStep.Refuse ignored -> REFUSED;
            case RequestStep.Preserve ignored -> PRESERVED;
            case RequestStep.Renew ignored -> RENEWED;
            case RequestStep.Let ignored -> RELEASED;
            case RequestStep.Withdraw ignored -> WITHDRAWN;
            case RequestStep.Close ignored -> CLOSED;
        };
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
