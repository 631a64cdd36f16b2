package az.qalxan.series.picture;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum PictureAct implements AuditedAct {
    VIEWED("series.picture.viewed", "A picture or table of a series was shown."),
    MONEY_VIEWED("series.picture.money-viewed", "The paths of a series' money were shown."),
    EXPORTED("series.picture.exported", "A picture or the graph of a series was exported.");

    private final String code;
    private final String meaning;

    PictureAct(String code, String meaning) {
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
