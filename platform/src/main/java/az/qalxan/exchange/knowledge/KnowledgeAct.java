package az.qalxan.exchange.knowledge;

import az.qalxan.audit.AuditedAct;

/** The audited acts of this module. */
enum KnowledgeAct implements AuditedAct {
    LOOKED_UP("exchange.knowledge.looked-up", "Somebody asked what is known of values."),
    EXPORTED("exchange.knowledge.exported", "The indicators that hold were taken as a file."),
    OBJECT_VIEWED("exchange.knowledge.viewed", "What hangs together with an object was shown."),
    CONFIRMED("exchange.knowledge.confirmed", "A body said that an indicator is right."),
    DOUBTED("exchange.knowledge.doubted", "A body said that an indicator is a false alarm."),
    SEEN_TOLD(
            "exchange.knowledge.seen-told",
            "A body told a collection that its events held an indicator's value."),
    REBUILT(
            "exchange.knowledge.rebuilt",
            "What is known of values was read from all objects anew.");

    private final String code;
    private final String meaning;

    KnowledgeAct(String code, String meaning) {
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
