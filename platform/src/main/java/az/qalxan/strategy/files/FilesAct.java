package az.qalxan.strategy.files;

import az.qalxan.audit.AuditedAct;

/** The audited acts of taking the plan out of the system. */
enum FilesAct implements AuditedAct {
    TAKEN("strategy.view.taken", "A view of the action plan was taken as a file.");

    private final String code;
    private final String meaning;

    FilesAct(String code, String meaning) {
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
