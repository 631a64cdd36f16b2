package az.qalxan.law;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum LawAct implements AuditedAct {
    LOADED("law.pack.loaded", "The law of the packs was recorded for the first time."),
    PACK_PROPOSED("law.pack.proposed", "What a new pack says otherwise was put before people."),
    PROPOSED("law.change.proposed", "Somebody proposed a change of the recorded law."),
    SUPPORTED("law.change.supported", "Somebody took over a change that a pack brought."),
    APPROVED("law.change.approved", "A second person approved a change; it was recorded."),
    REFUSED("law.change.refused", "A second person refused a change."),
    WITHDRAWN("law.change.withdrawn", "A change was withdrawn before anybody decided."),
    REOPENED("law.cell.reopened", "A cell of the matrix has to be looked at again."),
    RECOMMENDED("law.recommendation.made", "A state was recommended to change its law."),
    ANSWERED("law.recommendation.answered", "The answer to a recommendation was noted."),
    NOTED("law.recommendation.noted", "Something was noted of a recommendation."),
    RECOMMENDATION_WITHDRAWN("law.recommendation.withdrawn", "A recommendation was withdrawn.");

    private final String code;
    private final String meaning;

    LawAct(String code, String meaning) {
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
