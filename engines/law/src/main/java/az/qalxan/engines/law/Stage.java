package az.qalxan.engines.law;

/** How far a state has come with a treaty on a day. */
public enum Stage {
    /** The treaty was not open yet. */
    NOT_OPEN,
    /** No step is known. */
    NONE,
    SIGNED,
    /** Accepted at home by vote or promulgation; no deposit is known. */
    ACCEPTED_AT_HOME,
    /** Deposited; not in force for the state yet. */
    DEPOSITED,
    IN_FORCE,
    WITHDRAWN
}
