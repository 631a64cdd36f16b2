package az.qalxan.engines.evtx;

/** An instance of a template where binary XML without one was expected. */
record Nested(int at, int end) implements Content {}
