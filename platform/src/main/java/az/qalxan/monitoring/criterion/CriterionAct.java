package az.qalxan.monitoring.criterion;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum CriterionAct implements AuditedAct {
    LOADED("monitoring.criteria.loaded", "Criteria of the country pack were taken over."),
    PROPOSED("monitoring.criteria.proposed", "A version of the criteria was proposed."),
    SIGNED("monitoring.criteria.signed", "A version of the criteria was signed."),
    IN_FORCE("monitoring.criteria.in-force", "A version of the criteria came into force."),
    REJECTED("monitoring.criteria.rejected", "A version of the criteria was rejected.");

    private final String code;
    private final String meaning;

    CriterionAct(String code, String meaning) {
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
