package az.qalxan.engines.law;

/** How far a fact can be relied on. Everything but {@link #VERIFIED} says so where it is shown. */
public enum Standing {
    /** Somebody read it in a source that the citation names. */
    VERIFIED,
    /** Recalled, inferred or second-hand. */
    UNVERIFIED,
    /** Sources contradict each other. */
    DISPUTED;

    /** The weaker of two: an answer is as good as the weakest fact that it rests on. */
    public Standing and(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
