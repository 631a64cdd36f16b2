package az.qalxan.casework.sight;

import az.qalxan.audit.AuditedAct;

/** The audited acts on who sees a case. */
enum SightAct implements AuditedAct {
    MEMBER_JOINED("casework.member.joined", "A person was given access to a case."),
    MEMBER_LEFT("casework.member.left", "A person's work on a case was ended."),
    LEAD_NAMED("casework.member.lead-named", "Another member was named the lead of a case."),
    ACCESS_ENDED("casework.member.access-ended", "Somebody's access to a case was ended."),
    BREAK_ASKED("casework.break-glass.asked", "Somebody asked to break the glass of a case."),
    BREAK_APPROVED("casework.break-glass.approved", "A second person let the glass be broken."),
    BREAK_REFUSED("casework.break-glass.refused", "A second person refused to break the glass."),
    ALARM_SEEN("casework.break-glass.alarm-seen", "Somebody took note of an alarm."),
    ALARMS_READ("casework.break-glass.alarms-read", "An auditor read the alarms.");

    private final String code;
    private final String meaning;

    SightAct(String code, String meaning) {
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
