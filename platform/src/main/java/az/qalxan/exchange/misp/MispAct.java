package az.qalxan.exchange.misp;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum MispAct implements AuditedAct {
    EVENT_TAKEN("exchange.misp.taken", "An event of MISP was taken."),
    EVENT_CHANGED("exchange.misp.changed", "An event of MISP was changed."),
    EVENTS_DELIVERED("exchange.misp.delivered", "Events of MISP were handed out."),
    SIGHTED("exchange.misp.sighted", "A sighting of an attribute was taken."),
    GROUP_CHANGED("exchange.misp.group", "A sharing group was made or changed."),
    REMOTE_REGISTERED("exchange.misp.remote-registered", "A MISP server or feed was registered."),
    REMOTE_ADMITTED(
            "exchange.misp.remote-admitted", "A second person admitted a MISP server or feed."),
    REMOTE_STOPPED("exchange.misp.remote-stopped", "A MISP server or feed is read no more."),
    REMOTE_HURRIED("exchange.misp.remote-hurried", "Somebody asked for a round at once."),
    WARNINGLIST_KEPT("exchange.misp.warninglist-kept", "A warninglist was taken."),
    WARNINGLIST_SWITCHED(
            "exchange.misp.warninglist-switched", "A warninglist was switched on or off.");

    private final String code;
    private final String meaning;

    MispAct(String code, String meaning) {
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
