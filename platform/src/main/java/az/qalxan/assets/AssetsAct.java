package az.qalxan.assets;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum AssetsAct implements AuditedAct {
    TRAIL_VIEWED("assets.trail.viewed", "The trail of a report's or a case's money was shown."),
    ENTERED("assets.transfer.entered", "Transfers were entered or read in from a statement."),
    CONFIRMED("assets.transfer.confirmed", "The first hop that a report suggests was confirmed."),
    VERIFIED("assets.transfer.verified", "A transfer was called verified."),
    WITHDRAWN("assets.transfer.withdrawn", "A transfer was taken out of every sum."),
    EXPORTED("assets.trail.exported", "Transfers or freezes were exported."),
    FREEZE_VIEWED("assets.freeze.viewed", "A freeze was shown."),
    LIST_VIEWED("assets.freeze.listed", "The freezes of a body were listed."),
    PROPOSED("assets.freeze.proposed", "The system proposed a freeze when a report was accepted."),
    DRAFTED("assets.freeze.drafted", "A freeze was drafted."),
    DROPPED("assets.freeze.dropped", "A draft of a freeze was dropped."),
    SENT("assets.freeze.sent", "A freeze was requested from the organisation that keeps money."),
    ACKNOWLEDGED("assets.freeze.acknowledged", "An organisation confirmed that it has a request."),
    FROZEN("assets.freeze.frozen", "An organisation holds money."),
    REFUSED("assets.freeze.refused", "An organisation refused to hold money."),
    TOO_LATE("assets.freeze.too-late", "The money had moved on before it could be held."),
    RENEWED("assets.freeze.renewed", "A hold was made to last longer."),
    RELEASED("assets.freeze.released", "A hold was lifted or ended."),
    SEIZED("assets.freeze.seized", "Held money was seized by a decision."),
    RETURN_DECIDED("assets.return.decided", "It was decided which victims get held money back."),
    RETURN_PAID("assets.return.paid", "A victim was paid."),
    RETURN_CANCELLED("assets.return.cancelled", "A share that was not paid was cancelled.");

    private final String code;
    private final String meaning;

    AssetsAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The act that a step of a freeze is. */
    static AssetsAct of(FreezeStep step) {
        return switch (step) {
            case FreezeStep.Send ignored -> SENT;
            case FreezeStep.Drop ignored -> DROPPED;
            case FreezeStep.Acknowledge ignored -> ACKNOWLEDGED;
            case FreezeStep.Confirm ignored -> FROZEN;
            case FreezeStep.Refuse ignored -> REFUSED;
            case FreezeStep.TooLate ignored -> TOO_LATE;
            case FreezeStep.Renew ignored -> RENEWED;
            case FreezeStep.Release ignored -> RELEASED;
            case FreezeStep.Seize ignored -> SEIZED;
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
