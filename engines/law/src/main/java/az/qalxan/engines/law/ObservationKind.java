package az.qalxan.engines.law;

/** What was seen. */
public enum ObservationKind {
    NOT_A_PARTY,
    NOT_SIGNED,
    NO_RATIFICATION_SEEN,
    UNKNOWN
}
