package az.qalxan.evidence.custody;

import az.qalxan.access.BodyCode;

/**
 * A person or a body on one side of a transfer.
 *
 * @param account empty for whoever of the body takes it
 * @param name of the person; empty for whoever of the body takes it
 */
record Side(String account, String name, BodyCode body) {

    boolean person() {
        return !account.isEmpty();
    }
}
