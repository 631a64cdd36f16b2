package az.qalxan.evidence.upkeep;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum UpkeepAct implements AuditedAct {
    VERIFIED("evidence.bytes.verified", "The stored bytes of an exhibit were read anew."),
    ALARMED("evidence.bytes.alarmed", "Stored bytes of an exhibit were found lost or altered."),
    SETTLED("evidence.alarm.settled", "Somebody ended an alarm about lost or altered bytes."),
    LISTED("evidence.upkeep.listed", "The results of re-verification were shown.");

    private final String code;
    private final String meaning;

    UpkeepAct(String code, String meaning) {
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
