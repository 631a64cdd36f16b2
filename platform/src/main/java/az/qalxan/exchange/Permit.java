package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;

/**
 * What a body may do with another body's collection.
 *
 * @param body its code, or {@link #EVERYBODY}
 */
record Permit(
        String body,
        boolean canRead,
        boolean canWrite,
        Handling readCeiling,
        Handling writeCeiling,
        Instant givenAt,
        String givenBy) {

    static final String EVERYBODY = "*";

    boolean everybody() {
        return body.equals(EVERYBODY);
    }
}
