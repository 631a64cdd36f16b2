package az.qalxan.engines.knownfiles;

import java.io.IOException;

/** Says that a file of known digests is not what it should be, and is not used at all. */
public final class UnusableSet extends IOException {

    private static final long serialVersionUID = 1;

    UnusableSet(String message) {
        super(message);
    }
}
