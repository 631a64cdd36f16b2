package az.qalxan.engines.threatintel.cap;

/** How sure it is, section 3.2.2. */
public enum CapCertainty implements CapWord {
    OBSERVED("Observed"),
    LIKELY("Likely"),
    POSSIBLE("Possible"),
    UNLIKELY("Unlikely"),
    UNKNOWN("Unknown");

    private final String word;

    CapCertainty(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
