package az.qalxan.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves an account's owner.
 *
 * @param passwordHash null for somebody who signs in only through an outside provider
 * @param totp null before enrolment has begun
 * @param totpConfirmed whether a code of it has been shown once
 * @param lastStep the last time step whose code was used
 * @param temporaryUntil until when a password set by an administrator holds; null for an own one
 */
record Credential(
        @Nullable String passwordHash,
        @Nullable TotpSecret totp,
        boolean totpConfirmed,
        long lastStep,
        @Nullable Instant temporaryUntil) {

    static final Credential NONE = new Credential(null, null, false, 0, null);

    /** The hash that a password is compared with; none for a temporary one whose time is over. */
    @Nullable String hashAt(Instant now) {
        return temporaryUntil != null && now.isAfter(temporaryUntil) ? null : passwordHash;
    }

    /** The secret in use, if an app is enrolled. */
    @Nullable TotpSecret confirmedTotp() {
        return totpConfirmed ? totp : null;
    }
}
