package az.qalxan.access;

import az.qalxan.audit.AuditedAct;

/** The acts of this module. */
enum AccessAct implements AuditedAct {
    ACCOUNT_CREATED("access.account.created", "An account was created."),
    ACCOUNT_CHANGED("access.account.changed", "An account's name, body, roles or state changed."),
    ACCOUNTS_VIEWED("access.account.listed", "Somebody looked at the list of accounts."),
    ACCOUNT_VIEWED("access.account.viewed", "Somebody looked at an account."),
    FIRST_FACTOR_PASSED("access.sign-in.first-factor", "The right password was given."),
    SIGNED_IN("access.sign-in.done", "Somebody signed in with both factors."),
    SIGN_IN_FAILED("access.sign-in.failed", "A wrong password, code or passkey was given."),
    SIGN_IN_LOCKED("access.sign-in.locked", "Repeated failures shut an account for a while."),
    SIGNED_OUT("access.sign-in.ended", "Somebody signed out or ended a session."),
    PASSWORD_CHANGED("access.password.changed", "A person changed the own password."),
    SESSIONS_ENDED("access.session.ended", "Sessions of an account were ended."),
    ACCOUNT_UNLOCKED(
            "access.account.unlocked",
            "An administrator opened an account shut by failed sign-ins."),
    PASSWORD_RESET("access.password.reset", "An administrator set a new first password."),
    FACTOR_ENROLLED("access.factor.enrolled", "A second factor was enrolled."),
    FACTOR_REMOVED("access.factor.removed", "Second factors were removed."),
    RECOVERY_CODES_DRAWN("access.recovery-codes.drawn", "New recovery codes were drawn."),
    RECOVERY_CODE_USED("access.recovery-code.used", "A recovery code served as second factor."),
    IDENTITY_BOUND(
            "access.identity.bound", "An account was tied to an identity of an outside provider."),
    TOKENS_VIEWED("access.token.listed", "Somebody looked at the list of programs."),
    TOKEN_ISSUED("access.token.issued", "A program of a body was given a token."),
    TOKEN_REVOKED("access.token.revoked", "A program's token was revoked."),
    FIRST_LINK_DRAWN("access.first-link.drawn", "The link for the first administrator was drawn."),
    FIRST_LINK_USED("access.first-link.used", "The first administrator's link was used."),
    MATRIX_BOOTSTRAPPED(
            "access.matrix.bootstrapped",
            "The country pack's access matrix was put in force by the system itself."),
    MATRIX_PROPOSED("access.matrix.proposed", "A change of the access matrix was proposed."),
    MATRIX_SIGNED("access.matrix.signed", "A proposed access matrix was signed."),
    MATRIX_REJECTED("access.matrix.rejected", "A proposed access matrix was rejected."),
    MATRIX_IN_FORCE("access.matrix.in-force", "A signed access matrix came into force."),
    COMPARTMENT_FOUNDED("access.compartment.founded", "Records were secluded for named people."),
    COMPARTMENT_ENTERED(
            "access.compartment.entered", "A person was given named access to a compartment."),
    COMPARTMENT_LEFT("access.compartment.left", "Somebody's access to a compartment was ended.");

    private final String code;
    private final String meaning;

    AccessAct(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
