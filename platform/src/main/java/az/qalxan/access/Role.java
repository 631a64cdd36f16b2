package az.qalxan.access;

/** What a person does for a body; rights come only from the access matrix. */
public enum Role {
    REPORTER("reporter"),
    DUTY_OFFICER("duty-officer"),
    INVESTIGATOR("investigator"),
    PROSECUTOR("prosecutor"),
    COURT_CLERK("court-clerk"),
    LAWYER("lawyer"),
    CERT_ANALYST("cert-analyst"),
    OPERATOR_CONTACT("operator-contact"),
    /** A program that hands log events in and may do nothing else. */
    EVENT_SENDER("event-sender"),
    /** A program that sends to and fetches from collections of threats and may do nothing else. */
    EXCHANGE_CLIENT("exchange-client"),
    COORDINATOR("coordinator"),
    STATISTICIAN("statistician"),
    AUDITOR("auditor"),
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The name in the matrix and in transactions; message key {@code role.<code>}. */
    public String code() {
        return code;
    }

    /**
     * The role of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("not a role: " + code);
    }
}
