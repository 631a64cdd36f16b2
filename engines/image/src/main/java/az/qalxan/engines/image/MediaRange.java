package az.qalxan.engines.image;

/** Bytes of the media that an image holds. */
public record MediaRange(long offset, long bytes) {

    /** No byte at all. */
    public static final MediaRange NONE = new MediaRange(0, 0);

    public long end() {
        return offset + bytes;
    }
}
