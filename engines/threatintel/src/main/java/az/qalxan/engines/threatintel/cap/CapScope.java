package az.qalxan.engines.threatintel.cap;

/** For whom a message is, section 3.2.1. */
public enum CapScope implements CapWord {
    PUBLIC("Public"),
    RESTRICTED("Restricted"),
    PRIVATE("Private");

    private final String word;

    CapScope(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
