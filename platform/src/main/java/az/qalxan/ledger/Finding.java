package az.qalxan.ledger;

/**
 * Something that a verification found not to fit.
 *
 * @param place in the log; -1 where it has none
 * @param what a file of the log, {@code record/number} or {@code fact/id}
 */
public record Finding(Kind kind, long place, String what) {

    /** What is wrong. */
    public enum Kind {
        /** A file of the log is missing or is not what its signed root says. */
        LOG("log"),
        /** The log is shorter than this machine saw it. */
        SHORTER("shorter"),
        /** The log is another than this machine saw. */
        OTHER("other"),
        /** The record of a leaf is no more. */
        MISSING("missing"),
        /** The record says something else than when it came into the log. */
        CHANGED("changed"),
        /** Another record stands at the place. */
        MOVED("moved"),
        /** A record is no leaf although it should be one. */
        UNLOGGED("unlogged"),
        /** A record was erased and no leaf tells of it. */
        ERASED_UNTOLD("erased-untold");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The end of message key {@code ledger.finding.<code>}. */
        public String code() {
            return code;
        }
    }
}
