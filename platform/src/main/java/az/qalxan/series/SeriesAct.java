package az.qalxan.series;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum SeriesAct implements AuditedAct {
    VIEWED("series.series.viewed", "A series was shown."),
    PROPOSED("series.alike.listed", "Reports whose stories read alike were listed."),
    COMPARED("series.link.compared", "Two reports of a series were shown side by side."),
    CONFIRMED("series.link.confirmed", "A person said that two reports belong together."),
    REJECTED("series.link.rejected", "A person said that two reports do not belong together."),
    UNDONE("series.link.undone", "A decision about two reports was taken back."),
    RULED("series.hub.ruled", "A person ruled whether an identifier is common."),
    RULING_UNDONE("series.hub.ruling-undone", "A ruling about an identifier was taken back."),
    EXPORTED("series.list.exported", "A list of series was exported."),
    RELINK_ASKED("series.relink.started", "Linking everything anew was started or resumed."),
    RELINK_PAUSED("series.relink.paused", "Linking everything anew was paused or dropped.");

    private final String code;
    private final String meaning;

    SeriesAct(String code, String meaning) {
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
