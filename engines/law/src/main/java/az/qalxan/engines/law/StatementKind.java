package az.qalxan.engines.law;

/** The kinds of statement that treaty law knows. */
public enum StatementKind {
    RESERVATION("qeyd-şərt", "reservation"),
    DECLARATION("bəyanat", "declaration"),
    OBJECTION("etiraz", "objection"),
    WITHDRAWAL("geri götürülmə", "withdrawal of a statement");

    private final Wording wording;

    StatementKind(String az, String en) {
        this.wording = Wording.of(az, en);
    }

    /** What people call it. */
    public Wording wording() {
        return wording;
    }
}
