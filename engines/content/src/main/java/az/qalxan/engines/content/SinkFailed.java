package az.qalxan.engines.content;

import java.io.IOException;

/** Whoever takes the results cannot: reading ends, and no part is to blame. */
final class SinkFailed extends IOException {

    private static final long serialVersionUID = 1;

    SinkFailed(IOException cause) {
        super(cause);
    }
}
