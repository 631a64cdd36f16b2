package az.qalxan.engines.threatintel.csaf;

/**
 * One place where a document fails one test.
 *
 * @param test number of the specification's section, such as "6.1.1", or "schema"
 * @param pointer JSON pointer (RFC 6901) of the value
 * @param words one English sentence
 */
public record Finding(String test, String pointer, String words) {

    /** The name under which breaches of the published JSON schema are told. */
    public static final String SCHEMA = "schema";

    /** Whether the document is invalid for this; the others are warnings and hints. */
    public boolean isError() {
        return test.equals(SCHEMA) || test.startsWith("6.1.");
    }
}
