package az.qalxan.cooperation.roster;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum RosterAct implements AuditedAct {
    ENTERED("cooperation.shift.entered", "A shift was entered into the duty roster."),
    CANCELLED("cooperation.shift.cancelled", "A shift was cancelled."),
    VIEWED("cooperation.shift.viewed", "The duty roster was shown."),
    NOTE_WRITTEN("cooperation.note.written", "A hand-over note was written."),
    NOTE_VIEWED("cooperation.note.viewed", "A hand-over note was shown."),
    NOTE_ACCEPTED("cooperation.note.accepted", "A hand-over note was accepted.");

    private final String code;
    private final String meaning;

    RosterAct(String code, String meaning) {
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
