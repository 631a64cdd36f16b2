package az.qalxan.strategy.swot;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum SwotAct implements AuditedAct {
    PROPOSED("strategy.swot.proposed", "An entry, a change of one or its end was proposed."),
    APPROVED("strategy.swot.approved", "A proposed version of an entry was approved."),
    REFUSED("strategy.swot.refused", "A proposed version of an entry was refused."),
    WITHDRAWN("strategy.swot.withdrawn", "A proposed version was withdrawn by its author."),
    EXPORTED("strategy.swot.exported", "The SWOT picture was exported.");

    private final String code;
    private final String meaning;

    SwotAct(String code, String meaning) {
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
