package az.qalxan.exchange.poll;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum PollAct implements AuditedAct {
    REGISTERED("exchange.remote.registered", "A server of another CERT was registered."),
    ADMITTED("exchange.remote.admitted", "A second person admitted a server of another CERT."),
    STOPPED("exchange.remote.stopped", "A server of another CERT is read no more."),
    RESUMED("exchange.remote.resumed", "A server of another CERT is read again."),
    HURRIED("exchange.remote.hurried", "Somebody asked for a round at once."),
    SIGN_IN_CHANGED(
            "exchange.remote.sign-in", "The password for a server of another CERT was changed."),
    ARRIVALS_VIEWED("exchange.remote.viewed", "What came from a server of another CERT was shown.");

    private final String code;
    private final String meaning;

    PollAct(String code, String meaning) {
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
