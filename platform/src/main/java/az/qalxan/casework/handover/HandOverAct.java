package az.qalxan.casework.handover;

import az.qalxan.audit.AuditedAct;

/** The audited acts of handing cases over. */
enum HandOverAct implements AuditedAct {
    OFFERED("casework.hand-over.offered", "A case was offered to another body."),
    VIEWED("casework.hand-over.viewed", "A hand-over was shown."),
    ACCEPTED("casework.hand-over.accepted", "A case was taken over from another body."),
    REFUSED("casework.hand-over.refused", "A case offered by another body was refused."),
    WITHDRAWN("casework.hand-over.withdrawn", "An offer of a case was withdrawn.");

    private final String code;
    private final String meaning;

    HandOverAct(String code, String meaning) {
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
