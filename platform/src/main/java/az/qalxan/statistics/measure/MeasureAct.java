package az.qalxan.statistics.measure;

import az.qalxan.audit.AuditedAct;

/** The audited acts of measuring. */
enum MeasureAct implements AuditedAct {
    BEHIND_LISTED("statistics.behind.listed", "The cases behind a figure were listed."),
    BORDER_TOLD(
            "statistics.border.told",
            "It was said of a case whether the offence crosses a border.");

    private final String code;
    private final String meaning;

    MeasureAct(String code, String meaning) {
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
