package az.qalxan.evidence;

import az.qalxan.access.BodyCode;

/**
 * Who answers for an exhibit now.
 *
 * @param account the person's; empty when it is nobody who signs in here
 * @param place where it lies
 */
public record Keeping(
        KeepingState state, String account, String name, BodyCode body, String place) {

    Keeping at(String other) {
        return new Keeping(state, account, name, body, other);
    }
}
