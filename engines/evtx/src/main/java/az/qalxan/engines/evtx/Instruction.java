package az.qalxan.engines.evtx;

/** A processing instruction; it is in XML only. */
record Instruction(Name target, Literal data) implements Content {}
