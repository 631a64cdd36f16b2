package az.qalxan.engines.threatintel.cap;

/** What to do, section 3.2.2. */
public enum CapResponse implements CapWord {
    SHELTER("Shelter"),
    EVACUATE("Evacuate"),
    PREPARE("Prepare"),
    EXECUTE("Execute"),
    AVOID("Avoid"),
    MONITOR("Monitor"),
    ASSESS("Assess"),
    ALL_CLEAR("AllClear"),
    NONE("None");

    private final String word;

    CapResponse(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
