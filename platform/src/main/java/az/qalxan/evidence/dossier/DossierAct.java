package az.qalxan.evidence.dossier;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum DossierAct implements AuditedAct {
    LISTED("evidence.dossier.listed", "Exports of exhibits were listed."),
    VIEWED("evidence.dossier.viewed", "An export of exhibits was shown."),
    ASKED("evidence.dossier.asked", "An export of exhibits was asked for."),
    EXPORTED("evidence.dossier.exported", "An exhibit was put into an export."),
    READY("evidence.dossier.ready", "An export of exhibits was signed and kept."),
    TAKEN("evidence.dossier.taken", "An export of exhibits was taken as a file.");

    private final String code;
    private final String meaning;

    DossierAct(String code, String meaning) {
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
