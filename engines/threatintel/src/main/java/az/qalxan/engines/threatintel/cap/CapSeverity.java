package az.qalxan.engines.threatintel.cap;

/** How grave it is, section 3.2.2. */
public enum CapSeverity implements CapWord {
    EXTREME("Extreme"),
    SEVERE("Severe"),
    MODERATE("Moderate"),
    MINOR("Minor"),
    UNKNOWN("Unknown");

    private final String word;

    CapSeverity(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
