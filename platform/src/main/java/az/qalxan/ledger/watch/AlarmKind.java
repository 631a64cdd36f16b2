package az.qalxan.ledger.watch;

/** What an alarm about the log says. */
enum AlarmKind {
    /** A witness saw another history. */
    FORK("fork"),
    /** A witness or this machine saw more than the log holds. */
    GAP("gap"),
    /** A witness cosigns no more. */
    SILENCE("silence"),
    /** What came as a cosignature was none. */
    FORGED("forged"),
    /** A verification found what does not fit. */
    FINDINGS("findings"),
    /** The log goes no further. */
    HELD("held"),
    /** No stamp was to be had. */
    STAMP("stamp");

    private final String code;

    AlarmKind(String code) {
        this.code = code;
    }

    /** The end of message key {@code ledger.alarm.<code>}. */
    String code() {
        return code;
    }
}
