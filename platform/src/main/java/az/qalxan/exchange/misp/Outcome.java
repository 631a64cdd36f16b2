package az.qalxan.exchange.misp;

/** What came of an event that was sent. */
sealed interface Outcome {

    /** It is here. */
    record Taken(StoredEvent event) implements Outcome {}

    /**
     * It is not taken.
     *
     * @param status as HTTP counts
     */
    record Refused(int status, String words) implements Outcome {}
}
