package az.qalxan.evidence;

import az.qalxan.jurisdiction.Words;

/**
 * On what law an exhibit was obtained.
 *
 * @param code of the country pack's list
 * @param clause its place in the register of law
 * @param title as it was known when the exhibit was registered
 * @param verified whether somebody had read it in a source by then
 * @param document the record or the decision, with number and day
 */
public record LegalBasis(
        String code, String clause, Words title, boolean verified, String document) {}
