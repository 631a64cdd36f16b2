package az.qalxan.casework.people;

import az.qalxan.audit.AuditedAct;

/** The audited acts on the parties of a case. */
enum PeopleAct implements AuditedAct {
    VIEWED("casework.party.viewed", "The parties of a case were shown."),
    ENTERED("casework.party.entered", "A party was entered in a case."),
    STRUCK("casework.party.struck", "A party that was entered by mistake was struck."),
    STATUS_BEGAN("casework.party.status-began", "A party was given a procedural status."),
    STATUS_ENDED("casework.party.status-ended", "A party's procedural status ended.");

    private final String code;
    private final String meaning;

    PeopleAct(String code, String meaning) {
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
