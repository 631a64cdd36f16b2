package az.qalxan.engines.law;

/** Whether the act must be an offence on both sides. */
public enum CriminalityNeed {
    NOT_REQUIRED,
    /** Not required, unless the asked state reserved it. */
    NOT_UNLESS_RESERVED,
    /** The asked state may require it. */
    MAY_BE_REQUIRED,
    REQUIRED,
    NOT_STATED
}
