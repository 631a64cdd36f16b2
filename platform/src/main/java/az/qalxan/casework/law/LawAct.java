package az.qalxan.casework.law;

import az.qalxan.audit.AuditedAct;

/** The audited acts on a case's qualification. */
enum LawAct implements AuditedAct {
    PUT("casework.offence.put", "An article was put to a case."),
    REQUALIFIED("casework.offence.requalified", "An article of a case was replaced by another."),
    DROPPED("casework.offence.dropped", "An article of a case was dropped.");

    private final String code;
    private final String meaning;

    LawAct(String code, String meaning) {
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
