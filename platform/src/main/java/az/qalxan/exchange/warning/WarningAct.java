package az.qalxan.exchange.warning;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum WarningAct implements AuditedAct {
    WRITTEN("warning.written", "A warning was drafted."),
    CHANGED("warning.changed", "The draft of a warning was changed."),
    ASKED("warning.asked", "The approval of a warning was asked for."),
    APPROVED("warning.approved", "Somebody approved a warning."),
    SENT_BACK("warning.sent-back", "Somebody sent a warning back to its writer."),
    WITHDRAWN("warning.withdrawn", "A warning was withdrawn before it went out."),
    RELEASED("warning.released", "A warning went out."),
    SECONDED("warning.seconded", "A second person looked at what the duty officer had let out."),
    SECOND_MISSING("warning.second-missing", "No second person looked at a warning in time."),
    MAILED("warning.mailed", "A body was written to about a warning."),
    RETURNED("warning.returned", "The mail of a warning did not reach its receiver."),
    REMINDED("warning.reminded", "A body was reminded of a warning."),
    OVERDUE("warning.overdue", "A body did not acknowledge a warning and has to be called."),
    VIEWED("warning.viewed", "A warning was shown."),
    LIST_VIEWED("warning.list.viewed", "The list of warnings was opened."),
    ACKNOWLEDGED("warning.acknowledged", "A body acknowledged a warning."),
    EXPORTED("warning.exported", "A warning or its matrix left as a file.");

    private final String code;
    private final String meaning;

    WarningAct(String code, String meaning) {
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
