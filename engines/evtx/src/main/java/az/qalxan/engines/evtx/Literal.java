package az.qalxan.engines.evtx;

/** Text that stands in the binary XML itself, escaped for each way of writing. */
record Literal(String text, byte[] json, byte[] xmlText, byte[] xmlAttribute) implements Content {}
