package az.qalxan.engines.law;

/**
 * How far national law does what a treaty's article asks. A working label until a lawyer decides.
 */
public enum Fit {
    FULL,
    /** Full, counting a reservation or declaration of the state. */
    FULL_WITH_STATEMENT,
    /** Comparable law of a state that the treaty does not bind. */
    COMPARABLE,
    PARTIAL,
    GAP,
    UNKNOWN
}
