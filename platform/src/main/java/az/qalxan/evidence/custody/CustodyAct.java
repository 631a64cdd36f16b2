package az.qalxan.evidence.custody;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum CustodyAct implements AuditedAct {
    TRANSFER_PROPOSED("evidence.transfer.proposed", "A transfer of an exhibit was proposed."),
    TRANSFER_SIGNED("evidence.transfer.signed", "A transfer of an exhibit was signed by both."),
    TRANSFER_REFUSED("evidence.transfer.refused", "A transfer of an exhibit was refused."),
    TRANSFER_WITHDRAWN("evidence.transfer.withdrawn", "A proposed transfer was withdrawn."),
    TRANSFER_VIEWED("evidence.transfer.viewed", "A transfer was shown."),
    LISTED("evidence.custody.listed", "HandingOver, or what is due, were listed."),
    COPY_GIVEN("evidence.owner.copy-given", "A copy was given to the lawful owner."),
    LENT("evidence.owner.lent", "An exhibit was given to the lawful owner for a time."),
    CAME_BACK("evidence.owner.came-back", "An exhibit came back from its lawful owner."),
    RETURNED("evidence.owner.returned", "An exhibit was returned to its lawful owner."),
    DISPOSED("evidence.exhibit.disposed", "An exhibit was disposed of by decision."),
    CASE_ENDED("evidence.case.ended", "It was entered when a verdict or termination took effect.");

    private final String code;
    private final String meaning;

    CustodyAct(String code, String meaning) {
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
