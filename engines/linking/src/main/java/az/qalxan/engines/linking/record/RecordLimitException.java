package az.qalxan.engines.linking.record;

/** Thrown when a table is larger than the engine's stated limits. */
public final class RecordLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordLimitException(String message) {
        super(message);
    }
}
