package az.qalxan.engines.detection.correlation;

/** Bytes that are no state of this version. */
public final class BadState extends Exception {

    private static final long serialVersionUID = 1L;

    BadState(String problem) {
        super(problem);
    }
}
