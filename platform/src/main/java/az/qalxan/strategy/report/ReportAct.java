package az.qalxan.strategy.report;

import az.qalxan.audit.AuditedAct;

/** The audited acts of reporting on the plan. */
enum ReportAct implements AuditedAct {
    ISSUED("strategy.report.issued", "A report on the action plan was issued and signed."),
    TAKEN("strategy.report.taken", "A report on the action plan was taken as a file.");

    private final String code;
    private final String meaning;

    ReportAct(String code, String meaning) {
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
