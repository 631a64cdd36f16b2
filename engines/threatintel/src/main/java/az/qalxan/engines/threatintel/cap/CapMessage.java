package az.qalxan.engines.threatintel.cap;

/** What a message does, section 3.2.1. */
public enum CapMessage implements CapWord {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel"),
    ACK("Ack"),
    ERROR("Error");

    private final String word;

    CapMessage(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
