package az.qalxan.monitoring.incident;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum IncidentAct implements AuditedAct {
    OPENED("monitoring.incident.opened", "Findings reached a criterion and became an incident."),
    RAISED("monitoring.incident.raised", "A person called an alert an incident."),
    GRAVER("monitoring.incident.graver", "An incident reached a graver criterion."),
    LISTED("monitoring.incident.listed", "Incidents were listed."),
    VIEWED("monitoring.incident.viewed", "An incident was looked at."),
    ACKNOWLEDGED("monitoring.incident.acknowledged", "Somebody took an incident on."),
    COMMENTED("monitoring.incident.commented", "A remark was written to an incident."),
    CATEGORISED("monitoring.incident.categorised", "A person chose an incident's category."),
    MERGED("monitoring.incident.merged", "A person merged an incident into another one."),
    CLOSED("monitoring.incident.closed", "An incident was closed with its outcome."),
    BECAME_CASE("monitoring.incident.became-case", "A case was opened from an incident."),
    NOTIFIED("monitoring.incident.notified", "Another centre or body was told of an incident."),
    CALLED("monitoring.incident.called", "People were called about a critical case."),
    DISMISSED("monitoring.alert.dismissed", "An alert was set aside with a reason."),
    ALERTS_LISTED("monitoring.alert.listed", "Alerts were listed."),
    EXPORTED("monitoring.incident.exported", "Indicators of effectiveness left as a file.");

    private final String code;
    private final String meaning;

    IncidentAct(String code, String meaning) {
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
