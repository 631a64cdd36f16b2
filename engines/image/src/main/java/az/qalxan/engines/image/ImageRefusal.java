package az.qalxan.engines.image;

/** Why a file is not opened as an image. */
public enum ImageRefusal {
    /** Its first bytes are those of no image that is known here. */
    NOT_AN_IMAGE,
    /** EWF of the second version (Ex01, Lx01), which is not read. */
    EWF2,
    /** An image of files instead of a disk (L01, AFF4-L), which is not read. */
    LOGICAL,
    /** It is a later segment of an image; the first one is wanted. */
    NOT_THE_FIRST_SEGMENT,
    /** A segment is not there. */
    SEGMENT_MISSING,
    /** A segment belongs to another image or another place. */
    FOREIGN_SEGMENT,
    /** Nothing readable says how large the media and its chunks are. */
    NO_VOLUME,
    /** Chunks, sections or segments beyond what is read here. */
    BEYOND_LIMITS
}
