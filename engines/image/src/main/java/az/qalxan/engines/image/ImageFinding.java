package az.qalxan.engines.image;

/**
 * Something in an image that is not as it should be.
 *
 * @param file the segment's name; empty where no segment holds what is missing
 * @param offset where in that file
 * @param media which bytes of the media it concerns, none for what is no media
 */
public record ImageFinding(Kind kind, String file, long offset, MediaRange media) {

    /** What is wrong. */
    public enum Kind {
        /** A section's description does not fit its checksum, or leads nowhere. */
        SECTION_DAMAGED(true),
        /** A text on case and acquisition cannot be read. */
        TEXT_DAMAGED(true),
        /** The description of the media does not fit its checksum. */
        VOLUME_DAMAGED(true),
        /** One of the two tables of chunks is damaged; the other one served. */
        TABLE_DAMAGED(false),
        /** Both tables of chunks are damaged; what still led to a sound chunk was read. */
        TABLES_DAMAGED(true),
        /** Chunks do not fit their checksums; read as zeros. */
        CHUNK_DAMAGED(true),
        /** No table leads to these bytes; read as zeros. */
        CHUNK_MISSING(true),
        /** A stored digest does not fit its own checksum and was not used. */
        DIGEST_DAMAGED(true),
        /** The list of read errors does not fit its checksum. */
        ERRORS_DAMAGED(true),
        /** The image ends without saying so: it was cut off or never finished. */
        END_MISSING(true),
        /** So much of the media is only said to repeat that its digest was not reckoned. */
        TOO_SPARSE(false),
        /**
         * The last chunk holds bytes beyond the end of the media. A tool that counts whole sectors
         * only writes such images of sources that are no multiple of a sector.
         */
        BEYOND_MEDIA(false);

        private final boolean spoils;

        Kind(boolean spoils) {
            this.spoils = spoils;
        }

        /** Whether an image of which this is true must not count as intact. */
        public boolean spoils() {
            return spoils;
        }
    }
}
