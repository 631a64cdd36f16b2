package az.qalxan.engines.image;

import org.jspecify.annotations.Nullable;

/**
 * One digest of an image, stored and reckoned.
 *
 * @param stored null where the image keeps none of this kind
 * @param reckoned null where so much of the media is lost that it was not reckoned
 * @param beyondMedia the stored one is that of the media and of what the last chunk holds beyond
 */
public record DigestCheck(
        DigestKind kind,
        Scope scope,
        @Nullable String stored,
        @Nullable String reckoned,
        boolean beyondMedia) {

    /** Of what it is the digest. */
    public enum Scope {
        /** All bytes of the media, in order. */
        MEDIA,
        /** All bytes of a stream of chunks that the media is made of. */
        STREAM,
        /** The digests of single chunks, each of which was compared with its chunk. */
        BLOCKS,
        /** What puts the media together out of streams; alone it proves no byte of the media. */
        MAP
    }

    /** Whether a stored one is there and another one was reckoned. */
    public boolean differs() {
        return stored != null && !stored.equals(reckoned);
    }

    public boolean agrees() {
        return stored != null && stored.equals(reckoned);
    }

    boolean proves() {
        return agrees() && scope != Scope.MAP;
    }
}
