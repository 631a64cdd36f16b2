package az.qalxan.reporting.bulk;

import java.util.UUID;

/**
 * How far an import is.
 *
 * @param state checked, running, paused, done or dropped
 * @param rows rows of the file
 * @param wrong rows that are left out
 * @param done rows that are behind us, right or wrong
 * @param stored reports stored
 */
public record FileProgress(UUID id, String state, int rows, int wrong, int done, int stored) {

    static FileProgress of(ImportStatus status) {
        return new FileProgress(
                status.id(),
                status.state(),
                status.total(),
                status.wrong(),
                status.done(),
                status.stored());
    }
}
