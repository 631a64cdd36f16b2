package az.qalxan.reporting.bulk;

import az.qalxan.reporting.FileProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** What its first reading counted, without the rows. */
    ImportFile.Preview counts() {
        return new ImportFile.Preview(total, wrong, List.of(), Optional.empty());
    }

    FileProgress progress() {
        return new FileProgress(id, state, total, wrong, done, stored);
    }

    boolean is(String code) {
        return state.equals(code);
    }
}
