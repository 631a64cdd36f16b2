package az.qalxan.strategy.ranking;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum RankingAct implements AuditedAct {
    PROPOSED("strategy.ranking-evidence.proposed", "Evidence for a ranking was proposed."),
    END_PROPOSED(
            "strategy.ranking-evidence.end-proposed",
            "Somebody proposed that evidence for a ranking no longer counts."),
    APPROVED("strategy.ranking-evidence.approved", "A second person approved evidence."),
    REFUSED("strategy.ranking-evidence.refused", "A second person refused evidence."),
    WITHDRAWN("strategy.ranking-evidence.withdrawn", "Evidence was withdrawn before a decision."),
    IMPORTED("strategy.ranking-result.imported", "Published results were imported."),
    VERIFIED("strategy.ranking-result.verified", "A second person verified an imported result."),
    EXPORTED("strategy.ranking.exported", "Questions or evidence of rankings left as a file.");

    private final String code;
    private final String meaning;

    RankingAct(String code, String meaning) {
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
