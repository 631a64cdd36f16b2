package az.qalxan.strategy.indicator;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum IndicatorAct implements AuditedAct {
    LOADED(
            "strategy.indicator.loaded",
            "Indicators that the country pack proposes were taken over."),
    PROPOSED("strategy.indicator.proposed", "A change of an indicator was proposed."),
    APPROVED("strategy.indicator.approved", "A change of an indicator was approved."),
    REFUSED("strategy.indicator.refused", "A change of an indicator was refused."),
    WITHDRAWN("strategy.indicator.withdrawn", "A proposed change of an indicator was taken back."),
    COMPUTED("strategy.indicator.computed", "Values of an indicator were worked out and kept."),
    ENTERED("strategy.indicator.entered", "A value of an indicator was entered by hand."),
    BEHIND_LISTED("strategy.indicator.behind-listed", "The records behind a figure were listed."),
    EXPORTED("strategy.indicator.exported", "Values of indicators left as a file.");

    private final String code;
    private final String meaning;

    IndicatorAct(String code, String meaning) {
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
