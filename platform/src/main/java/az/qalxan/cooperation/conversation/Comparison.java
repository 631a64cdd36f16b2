package az.qalxan.cooperation.conversation;

import java.time.Instant;

/**
 * That both ends of a conversation were asked what they hold.
 *
 * @param outcome same, differs or unanswered; message key {@code talk.compared.<outcome>}
 * @param theirs digest of the other end; empty when it did not answer
 * @param detail how many messages each side has taken, or why there is no answer
 */
record Comparison(
        Instant at, String outcome, String ours, String theirs, String detail, String author) {

    boolean is(String other) {
        return outcome.equals(other);
    }
}
