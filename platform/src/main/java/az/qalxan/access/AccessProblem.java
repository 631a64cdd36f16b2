package az.qalxan.access;

import az.qalxan.web.Problem;

/** The refusals of this module. */
enum AccessProblem implements Problem {
    /** The first administrator's link is unknown, used, too old, or there is an administrator. */
    FIRST_LINK_SPENT("first-link-spent", 404),
    /** Somebody has that user name already. */
    USER_NAME_TAKEN("user-name-taken", 409),
    /** An administrator does not change the own account's rights or lock it. */
    OWN_ACCOUNT("own-account", 409),
    /** The current password was not right. */
    PASSWORD_NOT_CONFIRMED("password-not-confirmed", 403),
    /** The code or the password that confirms a signature was not right. */
    SIGNATURE_NOT_CONFIRMED("signature-not-confirmed", 403),
    /** The last second factor cannot be removed. */
    LAST_SECOND_FACTOR("last-second-factor", 409),
    /** A passkey's answer did not stand up to the check. */
    PASSKEY_REFUSED("passkey-refused", 422),
    /** One proposal at a time. */
    MATRIX_PROPOSAL_PENDING("matrix-proposal-pending", 409),
    /** The proposed rules have faults. */
    MATRIX_INVALID("matrix-invalid", 422),
    /** Who proposes does not sign. */
    MATRIX_OWN_PROPOSAL("matrix-own-proposal", 409),
    /** One person signs once. */
    MATRIX_SIGNED_TWICE("matrix-signed-twice", 409),
    /** The version is no longer a proposal. */
    MATRIX_NOT_PROPOSED("matrix-not-proposed", 409);

    private final String slug;
    private final int status;

    AccessProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
