package az.qalxan.engines.law;

/** Why an answer mentions it. */
public enum RemarkKind {
    /** Nobody has settled it; stays configurable. */
    OPEN_POINT,
    /** What may be done where no basis is usable. */
    ANYWAY,
    /** The state answers without a treaty where the other would. */
    RECIPROCITY
}
