package az.qalxan.ledger;

/** Why the log goes no further until somebody has looked. */
enum Hold {
    /** It is shorter than this machine or a witness saw it: an older copy was put in its place. */
    SHORTER("shorter"),
    /** It is another than this machine or a witness saw. */
    OTHER("other"),
    /** The installation was made from a backup, and nobody has said how the log goes on. */
    RESTORED("restored"),
    /** More has a place than the log has. */
    PLACES("places");

    private final String code;

    Hold(String code) {
        this.code = code;
    }

    /** The end of message key {@code ledger.hold.<code>}. */
    String code() {
        return code;
    }
}
