package az.qalxan.engines.threatintel.pattern;

/** A STIX pattern that was read and can be asked (STIX 2.1 chapter 9). */
public final class Pattern {

    /** Longer texts are refused. */
    public static final int LENGTH_MAX = 1_000_000;

    private final String text;
    private final Observing root;

    private Pattern(String text, Observing root) {
        this.text = text;
        this.root = root;
    }

    /** Reads a pattern; a fault names the first place that is wrong. */
    public static PatternReading read(String text) {
        if (text.length() > LENGTH_MAX) {
            String allowed = "at most " + LENGTH_MAX + " characters";
            return new PatternReading.Refused(
                    new PatternFault(LENGTH_MAX, "a pattern that is too long", allowed));
        }
        try {
            return new PatternReading.Read(new Pattern(text, new PatternReader(text).read()));
        } catch (BadPattern e) {
            return e.reading();
        }
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    Observing root() {
        return root;
    }
}
