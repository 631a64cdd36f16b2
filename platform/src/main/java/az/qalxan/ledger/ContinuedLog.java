package az.qalxan.ledger;

import az.qalxan.engines.ledger.Continuation;

/**
 * How the log went on after a restore.
 *
 * @param endedKey of the log that ended; the same as {@code key} where nothing was lost
 * @param size how many entries were restored
 * @param seen the most entries that are known to have been
 * @param statement the note that both keys signed; empty where the name is the same
 */
public record ContinuedLog(
        String endedKey,
        String key,
        long size,
        long seen,
        Continuation.Words words,
        String statement) {

    /** Whether it goes on under the same name. */
    public boolean sameName() {
        return statement.isEmpty();
    }

    /** What the ended log calls itself. */
    public String endedName() {
        return name(endedKey);
    }

    /** What the log that goes on calls itself. */
    public String name() {
        return name(key);
    }

    private static String name(String key) {
        return key.substring(0, Math.max(0, key.indexOf('+')));
    }
}
