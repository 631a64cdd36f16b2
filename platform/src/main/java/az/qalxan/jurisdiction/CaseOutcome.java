package az.qalxan.jurisdiction;

/**
 * How a case rests or ends.
 *
 * @param state {@code suspended} or {@code closed}
 * @param told the same in plain words, for whoever reported
 */
public record CaseOutcome(String code, String state, Words name, Words told, LegalBasis basis) {}
