package az.qalxan.engines.threatintel.pattern;

/** What came of reading a pattern. */
public sealed interface PatternReading {

    record Read(Pattern pattern) implements PatternReading {}

    record Refused(PatternFault fault) implements PatternReading {}

    /** It may be a pattern, but has a regular expression that is not done here. */
    record Unsupported(PatternFault fault) implements PatternReading {}
}
