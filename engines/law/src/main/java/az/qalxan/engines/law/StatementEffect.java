package az.qalxan.engines.law;

/** What a statement does to a request that rests on its article. */
public enum StatementEffect {
    /** The article cannot be used towards or by that state. */
    EXCLUDES,
    /** The article applies to less; a person reads the text. */
    NARROWS,
    /** Bears on whether the act is an offence on both sides. */
    DUAL_CRIMINALITY,
    /** Names a body, a way or a wish; the powers hold what follows from it. */
    INFORMS
}
