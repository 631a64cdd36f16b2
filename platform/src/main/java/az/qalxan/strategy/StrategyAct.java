package az.qalxan.strategy;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum StrategyAct implements AuditedAct {
    UPLOADED("strategy.plan.uploaded", "A plan file was put up to be compared, not yet recorded."),
    DISCARDED("strategy.plan.discarded", "A plan file that was put up was thrown away."),
    RECORDED("strategy.edition.recorded", "A new edition of the action plan was recorded."),
    RESTORED("strategy.edition.restored", "An earlier edition was recorded again as the newest.");

    private final String code;
    private final String meaning;

    StrategyAct(String code, String meaning) {
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
