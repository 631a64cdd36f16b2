package az.qalxan.evidence.intake;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum IntakeAct implements AuditedAct {
    LISTED("evidence.intake.listed", "The files on their way were listed."),
    BEGUN("evidence.intake.begun", "It was begun to take a file in."),
    ENDED("evidence.intake.ended", "The intake of a file ended, well or not."),
    DROPPED("evidence.intake.dropped", "The intake of a file was given up.");

    private final String code;
    private final String meaning;

    IntakeAct(String code, String meaning) {
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
