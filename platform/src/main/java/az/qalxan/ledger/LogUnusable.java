package az.qalxan.ledger;

/** The log does not let itself be read or written. */
final class LogUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1;

    LogUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
