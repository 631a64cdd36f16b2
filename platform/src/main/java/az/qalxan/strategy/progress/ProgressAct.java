package az.qalxan.strategy.progress;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum ProgressAct implements AuditedAct {
    CRITERION("strategy.criterion.set", "A lead said what evidence makes a stage reached."),
    PROPOSED("strategy.stage.proposed", "A body proposed a stage as reached."),
    EVIDENCE("strategy.evidence.given", "Evidence was given for a claim."),
    EVIDENCE_OPENED("strategy.evidence.opened", "A document of evidence was handed out."),
    CONFIRMED("strategy.stage.confirmed", "Another body confirmed a claim."),
    DISPUTED("strategy.stage.disputed", "Another body disputed a claim."),
    ANSWERED("strategy.dispute.answered", "A dispute was answered."),
    TAKEN_BACK("strategy.dispute.taken-back", "A dispute was taken back."),
    WITHDRAWN("strategy.stage.withdrawn", "A body withdrew its claim."),
    REOPENED("strategy.stage.reopened", "A stage that was reached was opened again."),
    SAID("strategy.progress.said", "A body said how the work on a measure goes."),
    REMINDED("strategy.reminder.sent", "A body was reminded of a reporting date.");

    private final String code;
    private final String meaning;

    ProgressAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static ProgressAct of(ProgressKind kind) {
        return valueOf(kind.name());
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
