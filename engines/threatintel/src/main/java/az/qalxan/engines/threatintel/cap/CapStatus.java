package az.qalxan.engines.threatintel.cap;

/** Whether a message is meant, section 3.2.1. */
public enum CapStatus implements CapWord {
    ACTUAL("Actual"),
    EXERCISE("Exercise"),
    SYSTEM("System"),
    TEST("Test"),
    DRAFT("Draft");

    private final String word;

    CapStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
