package az.qalxan.reporting.bulk;

import java.time.Instant;
import java.util.UUID;

/**
 * An import as its table knows it.
 *
 * @param state checked, running, paused, done or dropped
 * @param done rows of the file that are behind us, right or wrong
 * @param stored reports stored so far
 */
record ImportStatus(
        UUID id,
        String account,
        String body,
        String roles,
        String fileName,
        String state,
        int total,
        int wrong,
        int done,
        int stored,
        Instant createdAt) {

    boolean is(String code) {
        return state.equals(code);
    }
}
