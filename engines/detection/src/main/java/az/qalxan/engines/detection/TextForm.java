package az.qalxan.engines.detection;

/** How the bytes of a JSON text have to be read. */
enum TextForm {
    /** They are ASCII and are the text. */
    PLAIN,
    /** They are ASCII, with escapes of one letter. */
    ESCAPED,
    /** They may be any UTF-8, or what is none, and any escape. */
    ANY
}
