package az.qalxan.engines.threatintel.pattern;

/** Ends the reading of a pattern; never leaves this package. */
final class BadPattern extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient PatternReading reading;

    private BadPattern(PatternReading reading) {
        super("no pattern", null, false, false);
        this.reading = reading;
    }

    BadPattern(int offset, String found, String allowed) {
        this(new PatternReading.Refused(new PatternFault(offset, found, allowed)));
    }

    static BadPattern unsupported(int offset, String found, String allowed) {
        return new BadPattern(
                new PatternReading.Unsupported(new PatternFault(offset, found, allowed)));
    }

    PatternReading reading() {
        return reading;
    }
}
