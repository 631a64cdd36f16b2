package az.qalxan.engines.ledger;

import java.io.IOException;

/**
 * A log that must not be written to, because what is stored does not follow from what was signed:
 * somebody has to look at it. Nothing is repaired.
 */
public final class LogRefused extends IOException {

    private static final long serialVersionUID = 1;

    LogRefused(String message) {
        super(message);
    }
}
