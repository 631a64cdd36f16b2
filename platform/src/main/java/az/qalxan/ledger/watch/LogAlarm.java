package az.qalxan.ledger.watch;

/**
 * Something is wrong with the log.
 *
 * @param kind the end of message key {@code ledger.alarm.<kind>}
 * @param about a witness, a verification or the log
 */
public record LogAlarm(String kind, String about) {}
