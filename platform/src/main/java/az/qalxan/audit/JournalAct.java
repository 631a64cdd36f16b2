package az.qalxan.audit;

/** The acts of this module: the journal's readers stand in it too. */
enum JournalAct implements AuditedAct {
    READ("audit.journal.read", "Somebody read the audit journal."),
    EXPORTED("audit.journal.exported", "Rows of the audit journal were exported.");

    private final String code;
    private final String meaning;

    JournalAct(String code, String meaning) {
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
