package az.qalxan.engines.law;

/** What an instrument is. */
public enum InstrumentKind {
    TREATY,
    LAW,
    CODE,
    DECISION
}
