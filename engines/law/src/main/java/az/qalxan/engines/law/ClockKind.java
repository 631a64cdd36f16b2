package az.qalxan.engines.law;

/** What the end of a clock means. */
public enum ClockKind {
    /** The measure lapses then unless it is renewed. */
    CEILING,
    /** Nothing may be released before. */
    FLOOR,
    /** The answer is due by then. */
    RESPONSE
}
