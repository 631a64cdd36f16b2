package az.qalxan.engines.threatintel.pattern;

/** Ends the reading of a pattern; never leaves this package. */
final class BadPattern extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient PatternFault fault;

    BadPattern(int offset, String found, String allowed) {
        super(allowed, null, false, false);
        fault = new PatternFault(offset, found, allowed);
    }

    PatternFault fault() {
        return fault;
    }
}
