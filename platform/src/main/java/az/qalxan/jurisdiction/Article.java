package az.qalxan.jurisdiction;

/**
 * An article of the criminal law that can be put to a case.
 *
 * @param article its number, for example {@code 273-1}
 */
public record Article(String article, Words title, LegalBasis basis) {}
