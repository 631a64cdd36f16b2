package az.qalxan.evidence.intake;

/**
 * A file as its sender announces it; the same three again mean the same file.
 *
 * @param name of the file, without a path
 * @param modified what the sender's system says of its last change, in milliseconds; 0 for unknown
 */
record AnnouncedFile(String name, long bytes, long modified) {

    static final int NAME_CHARS_MAX = 250;

    boolean same(AnnouncedFile other) {
        return name.equals(other.name)
                && bytes == other.bytes
                && (modified == 0 || other.modified == 0 || modified == other.modified);
    }
}
