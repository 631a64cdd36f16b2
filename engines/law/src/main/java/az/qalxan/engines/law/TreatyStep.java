package az.qalxan.engines.law;

/** One of the dated steps by which a state comes to be bound, or ceases to be. */
public enum TreatyStep {
    SIGNATURE,
    VOTE,
    PROMULGATION,
    DEPOSIT,
    ENTRY_INTO_FORCE,
    WITHDRAWAL
}
