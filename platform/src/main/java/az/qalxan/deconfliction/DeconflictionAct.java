package az.qalxan.deconfliction;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum DeconflictionAct implements AuditedAct {
    HIT_FOUND("deconfliction.hit.found", "Two bodies were found to hold the same identifier."),
    HIT_VIEWED("deconfliction.hit.viewed", "A hit was shown to one side."),
    DISCLOSED("deconfliction.hit.disclosed", "A side said that it holds the identifier."),
    SET_ASIDE("deconfliction.hit.set-aside", "A side put a hit aside, or took it up again."),
    ASKED("deconfliction.ask.put", "A body asked another for what it holds."),
    CONSENTED("deconfliction.ask.consented", "A body consented to show what it holds."),
    REFUSED("deconfliction.ask.refused", "A body refused to show what it holds."),
    TAKEN_BACK("deconfliction.ask.withdrawn", "A body took its question back."),
    CONSENT_ENDED("deconfliction.ask.ended", "A consent was withdrawn, returned or has expired."),
    STATEMENT_READ("deconfliction.statement.read", "What a body said by consent was read."),
    HELD("deconfliction.hold.opened", "A source went beyond its budget; its matches are held."),
    HOLD_VIEWED("deconfliction.hold.viewed", "What a held source entered was shown to a reviewer."),
    HOLD_DECIDED("deconfliction.hold.decided", "A second person released or rejected a hold."),
    ALARM_SEEN("deconfliction.alarm.seen", "A body took note of an alarm."),
    WATCHED("deconfliction.watch.added", "An identifier was put on a watch list."),
    WATCH_VIEWED("deconfliction.watch.viewed", "An entry of a watch list was shown."),
    WATCHES_VIEWED("deconfliction.watch.listed", "Watch lists of other bodies were shown."),
    WATCH_RENEWED("deconfliction.watch.renewed", "An entry of a watch list was prolonged."),
    WATCH_ENDED("deconfliction.watch.ended", "An entry of a watch list ended."),
    WATCHES_EXPORTED("deconfliction.watch.exported", "A watch list was exported."),
    NOTICED("deconfliction.watch.noticed", "A watched identifier appeared in a report.");

    private final String code;
    private final String meaning;

    DeconflictionAct(String code, String meaning) {
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
