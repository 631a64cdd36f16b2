package az.qalxan.engines.warrants;

/** What can be wrong or remarkable in a message; {@code %s} stands for the finding's values. */
public enum Fault {
    /** The message is empty or larger than the limit. */
    SIZE("the message has %s bytes; from 1 to %s are read"),
    ENCODING("the bytes are not %s; use UTF-8 or say the encoding in the first line"),
    NOT_WELL_FORMED("not well-formed XML: %s"),
    DOCUMENT_TYPE("a document type declaration is never read; remove it"),
    TOO_DEEP("elements are nested deeper than %s levels"),
    TOO_MANY("more than %s elements or attributes"),
    NO_MESSAGE("the root is %s; a message starts with HI1Message of the Core namespace"),
    UNEXPECTED_ELEMENT("%s is not allowed here; expected: %s"),
    MISSING_ELEMENT("%s is missing"),
    TOO_FEW_CHOICES("one of these is missing: %s"),
    UNEXPECTED_TEXT("text '%s' between elements; only elements are allowed here"),
    UNEXPECTED_ATTRIBUTE("the attribute %s is not allowed here"),
    MISSING_ATTRIBUTE("the attribute %s is missing"),
    MISSING_TYPE("xsi:type is missing; it says which kind of object this is"),
    UNKNOWN_TYPE("xsi:type %s is not a kind that may stand here; known: %s"),
    WRONG_VALUE("'%s' is not a %s: %s"),
    UNKNOWN_ENTRY("'%s' is not a value of ETSI's dictionary %s; known: %s"),
    /** The verdict of the standard's own schemas. */
    SCHEMA("the schema refuses this: %s"),
    /** Only a remark: a value that earlier versions had. */
    OBSOLETE_ENTRY("'%s' is not a value of ETSI's dictionary %s any more"),
    FOREIGN_DICTIONARY("ETSI has no dictionary %s"),
    OTHER_DICTIONARY("an entry of the dictionary %s stands where one of %s is expected"),
    NATIONAL_PART("national parameters of type %s are carried and not understood"),
    UNVERIFIED_SIGNATURE("the signature is carried and was not verified"),
    SAME_ACTION("the action identifier %s is used more than once"),
    SAME_OBJECT("the object %s is created more than once"),
    ENDS_BEFORE_START("it ends at %s, before it starts at %s"),
    ODD_IDENTIFIER("'%s' is not a %s as TS 103 280 writes it"),
    WRONG_CHECKSUM("the checksum is %s; the content has %s"),
    OTHER_VERSION("version %s; this reader was made for %s"),
    NO_LOCATION_LEFT("more than %s findings; the rest is left out");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    String sentence(Object... values) {
        return String.format(java.util.Locale.ROOT, sentence, values);
    }
}
