package az.qalxan.engines.law;

/** Whether requests may rest on an instrument. */
public enum InstrumentUse {
    /** As soon as it is in force. */
    OPEN,
    /** Kept with its dates and rules, but switched off until somebody switches it on. */
    DISABLED
}
