package az.qalxan.engines.detection.format;

/**
 * Takes an event value by value. What is handed over may be used again once the call is over; a
 * field that is told of several values holds all of them.
 */
public interface EventSink {

    /** Names the field that the next values are of, in UTF-8; true where they are wanted. */
    boolean field(byte[] name, int from, int until);

    /** Names the field that the next values are of, in UTF-8; true where they are wanted. */
    default boolean field(byte[] name) {
        return field(name, 0, name.length);
    }

    /** A text in UTF-8, all escapes of the format resolved. */
    void text(byte[] bytes, int from, int until);

    /** A number as JSON writes it (RFC 8259, 6). */
    void number(byte[] bytes, int from, int until);

    void truth(boolean value);

    /** The field is there and holds nothing. */
    void nothing();
}
