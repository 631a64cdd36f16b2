package az.qalxan.monitoring;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum MonitoringAct implements AuditedAct {
    SOURCE_OPENED("monitoring.source.opened", "A source of events was registered."),
    SOURCE_CHANGED("monitoring.source.changed", "A source of events was changed."),
    SOURCE_CLOSED("monitoring.source.closed", "A source of events was closed."),
    KEY_ISSUED("monitoring.key.issued", "A program got a key to send events for a source."),
    KEY_REVOKED("monitoring.key.revoked", "A program's key to a source was revoked."),
    SILENCE_NOTICED("monitoring.silence.noticed", "A source was silent beyond its usual silence."),
    SILENCE_ENDED("monitoring.silence.ended", "A silent source was heard again."),
    SILENCE_SEEN("monitoring.silence.seen", "Somebody took note of a silent source."),
    EVENTS_TAKEN("monitoring.events.taken", "Events of a source were taken in."),
    BATCHES_TRIED_AGAIN(
            "monitoring.batches.again", "Batches that were left aside are to be judged again."),
    EVENTS_SEARCHED("monitoring.events.searched", "Events were searched for a purpose."),
    EVENT_VIEWED("monitoring.event.viewed", "An event was shown for a purpose."),
    EVENTS_FORGOTTEN("monitoring.events.forgotten", "Events beyond their retention were deleted."),
    DAMAGED_VIEWED("monitoring.damaged.viewed", "Damaged lines of a source were shown."),
    DAMAGED_REPAIRED("monitoring.damaged.repaired", "A damaged line was repaired and taken again."),
    FINDINGS_VIEWED("monitoring.findings.viewed", "The list of findings was opened."),
    FINDINGS_EXPORTED("monitoring.findings.exported", "Findings were exported."),
    FINDING_VIEWED("monitoring.finding.viewed", "A finding was shown."),
    FOUND("monitoring.finding.made", "Rules found something in a batch of events."),
    RULES_KEPT("monitoring.rules.kept", "A version of a rule set was handed in."),
    RULES_MOVED("monitoring.rules.moved", "A version of a rule set changed its state."),
    RULES_TRIED("monitoring.rules.tried", "A version was to be tried on stored events."),
    BUDGET_SET("monitoring.rules.budget", "The noise budget of a rule set was changed."),
    SUPPRESSED("monitoring.suppression.made", "What a rule finds was suppressed for a time."),
    SUPPRESSION_ENDED("monitoring.suppression.ended", "A suppression was ended.");

    private final String code;
    private final String meaning;

    MonitoringAct(String code, String meaning) {
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
