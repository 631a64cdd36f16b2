package az.qalxan.engines.threatintel.stix;

/**
 * A rule that content breaks, and where.
 *
 * @param clause section of STIX 2.1 with errata 01
 * @param pointer JSON pointer (RFC 6901) into the object, or into the bundle
 * @param words one English sentence
 */
public record StixFinding(StixRule rule, String clause, String pointer, String words) {

    /** The same finding in the text that holds the object at this pointer. */
    public StixFinding below(String outer) {
        return new StixFinding(rule, clause, outer + pointer, words);
    }

    @Override
    public String toString() {
        String where = pointer.isEmpty() ? "/" : pointer;
        return "%s: %s (%s, STIX 2.1 §%s)".formatted(where, words, rule.code(), clause);
    }
}
