package az.qalxan.engines.detection;

/** What a value of an event is. */
enum ValueKind {
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NOTHING
}
