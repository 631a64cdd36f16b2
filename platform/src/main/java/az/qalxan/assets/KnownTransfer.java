package az.qalxan.assets;

import java.time.Instant;

/**
 * A transfer as it was entered.
 *
 * @param document what it was read from, for example a statement's number; empty when nothing
 * @param author who entered it
 */
record KnownTransfer(
        Transfer transfer, Standing standing, String document, String author, Instant enteredAt) {

    /** Whether it is what a freeze gave back to a victim: it stands as long as the payment does. */
    boolean isReturn() {
        return transfer.to().isVictim() && FreezeNumber.fits(document);
    }
}
