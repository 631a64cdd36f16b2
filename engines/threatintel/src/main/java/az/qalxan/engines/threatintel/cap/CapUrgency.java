package az.qalxan.engines.threatintel.cap;

/** How soon to act, section 3.2.2. */
public enum CapUrgency implements CapWord {
    IMMEDIATE("Immediate"),
    EXPECTED("Expected"),
    FUTURE("Future"),
    PAST("Past"),
    UNKNOWN("Unknown");

    private final String word;

    CapUrgency(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
