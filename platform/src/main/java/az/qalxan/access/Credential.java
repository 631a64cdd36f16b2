package az.qalxan.access;

import org.jspecify.annotations.Nullable;

/**
 * What proves an account's owner.
 *
 * @param passwordHash null for somebody who signs in only through an outside provider
 * @param totp null before enrolment has begun
 * @param totpConfirmed whether a code of it has been shown once
 * @param lastStep the last time step whose code was used
 */
record Credential(
        @Nullable String passwordHash,
        @Nullable TotpSecret totp,
        boolean totpConfirmed,
        long lastStep) {

    static final Credential NONE = new Credential(null, null, false, 0);

    /** The secret in use, if an app is enrolled. */
    @Nullable TotpSecret confirmedTotp() {
        return totpConfirmed ? totp : null;
    }
}
