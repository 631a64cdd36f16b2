package az.qalxan.ledger.watch;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum LedgerAct implements AuditedAct {
    ALARM_RAISED("ledger.alarm.raised", "An alarm about the log was raised."),
    ALARM_NOTED("ledger.alarm.noted", "Somebody took note of an alarm about the log."),
    VERIFICATION_STARTED("ledger.verification.started", "A verification of the log began."),
    VERIFICATION_ENDED("ledger.verification.ended", "A verification of the log ended."),
    PROOF_MADE(
            "ledger.proof.made",
            "An auditor had it proven who dealt with a subject between two moments."),
    CONTINUED("ledger.log.continued", "The log was let go on after a restore from a backup.");

    private final String code;
    private final String meaning;

    LedgerAct(String code, String meaning) {
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
