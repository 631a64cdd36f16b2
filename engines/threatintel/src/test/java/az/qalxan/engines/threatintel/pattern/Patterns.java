package az.qalxan.engines.threatintel.pattern;

/** Patterns that are known to be good. */
final class Patterns {

    private Patterns() {}

    static Pattern read(String text) {
        return switch (Pattern.read(text)) {
            case PatternReading.Read(Pattern pattern) -> pattern;
            case PatternReading.Unsupported(PatternFault fault) ->
                    throw new AssertionError(text + ": " + fault.words());
            case PatternReading.Refused(PatternFault fault) ->
                    throw new AssertionError(text + ": " + fault.words());
        };
    }
}
