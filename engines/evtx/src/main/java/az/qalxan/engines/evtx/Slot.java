package az.qalxan.engines.evtx;

/** A place that a record's value of this number fills. */
record Slot(int index, boolean optional) implements Content {}
