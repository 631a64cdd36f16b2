package az.qalxan.engines.ledger;

/**
 * A file within a ZIP, as the directory and the header before its bytes both tell it.
 *
 * @param deflated whether its bytes are packed; else they lie there as they are
 * @param start where its bytes begin in the archive
 * @param packed how many bytes lie there
 * @param length how many bytes the file has
 */
record ArchiveMember(String name, boolean deflated, long start, long packed, long length, int crc) {

    boolean isFolder() {
        return name.endsWith("/");
    }
}
