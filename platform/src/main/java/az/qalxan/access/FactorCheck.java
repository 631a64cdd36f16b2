package az.qalxan.access;

/** How the check of one factor ended. */
sealed interface FactorCheck {

    /** It was right. */
    record Passed(Account account, Factor factor) implements FactorCheck {}

    /** It was not, or the account is shut for a while; the caller is not told which. */
    record Failed() implements FactorCheck {}
}
