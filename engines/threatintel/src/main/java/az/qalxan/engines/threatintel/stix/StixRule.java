package az.qalxan.engines.threatintel.stix;

import java.util.Locale;

/** A rule of STIX 2.1 that content can break, and where it stands when nothing nearer does. */
public enum StixRule {
    NOT_JSON(true, "3.1"),
    NOT_STIX(true, "3.2"),
    REQUIRED(true, "3.2"),
    WRONG_TYPE(true, "2"),
    NULL_VALUE(true, "3.1"),
    EMPTY_LIST(true, "2.12"),
    EMPTY_DICTIONARY(true, "2.3"),
    DICTIONARY_KEY(true, "2.3"),
    OUT_OF_RANGE(true, "2.10"),
    NOT_IN_ENUMERATION(true, "2.4"),
    TYPE_NAME(true, "3.1"),
    PROPERTY_NAME(true, "3.1"),
    RESERVED_NAME(true, "3.1"),
    SPEC_VERSION(true, "3.2"),
    IDENTIFIER(true, "2.9"),
    IDENTIFIER_TYPE(true, "2.9"),
    UUID(true, "2.9"),
    DETERMINISTIC_UUID(true, "2.9"),
    REFERENCE_TYPE(true, "3.3"),
    TIMESTAMP(true, "2.16.1"),
    TIMESTAMP_PRECISION(true, "3.2"),
    ORDER_OF_TIMES(true, "3.2"),
    BINARY(true, "2.1"),
    HEX(true, "2.8"),
    HASH(true, "2.7"),
    URL(true, "2.5"),
    LANGUAGE(true, "3.2"),
    FORMAT(true, "6"),
    EXACTLY_ONE(true, "3.2"),
    AT_LEAST_ONE(true, "3.2"),
    NEEDS(true, "3.2"),
    EXCLUDES(true, "3.2"),
    EXTERNAL_ID(true, "2.5"),
    CONTAINER_REFERENCE(true, "2.13"),
    RELATIONSHIP_TYPE(true, "5.1"),
    MARKING_CIRCLE(true, "3.2"),
    SELECTOR(true, "7.2.3"),
    TLP(true, "7.2.1.4"),
    MARKING_CONTENT(true, "7.2.1"),
    EXTENSION(true, "3.2"),
    EXTENSION_PROPERTIES(true, "7.3"),
    PATTERN(true, "9"),
    BUNDLE(true, "8"),
    SAME_VERSION_TWICE(true, "3.6"),
    AFTER_REVOCATION(true, "3.6"),
    CREATOR_CHANGED(true, "3.6"),
    CREATED_CHANGED(true, "3.6"),
    UUID_REUSED(true, "2.9"),
    NOT_APPLICABLE(false, "3.2"),
    OPEN_VOCABULARY(false, "2.14"),
    CUSTOM_PROPERTY(false, "11.1"),
    CUSTOM_OBJECT(false, "11.2"),
    CUSTOM_EXTENSION(false, "11.3"),
    UUID_VERSION(false, "2.9"),
    DETERMINISTIC_ID(false, "2.9"),
    RELATIONSHIP_TABLE(false, "5.1"),
    DEPRECATED(false, "4.14"),
    DICTIONARY_KEY_CASE(false, "2.3"),
    COUNTRY(false, "4.10"),
    HASH_WITHOUT_URL(false, "2.5"),
    LANGUAGE_OF_CONTENT(false, "7.1");

    private final boolean must;
    private final String clause;

    StixRule(boolean must, String clause) {
        this.must = must;
        this.clause = clause;
    }

    /** Whether content that breaks it is not STIX 2.1; else it is advice. */
    public boolean must() {
        return must;
    }

    /** The section of the specification. */
    public String clause() {
        return clause;
    }

    /** Its name in output, such as {@code empty-list}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
