package az.qalxan.engines.image;

import org.jspecify.annotations.Nullable;

/**
 * One digest of the media, stored and reckoned.
 *
 * @param stored null where the image keeps none of this kind
 * @param reckoned null where so much of the media is lost that it was not reckoned
 * @param beyondMedia the stored one is that of the media and of what the last chunk holds beyond
 */
public record DigestCheck(
        DigestKind kind, @Nullable String stored, @Nullable String reckoned, boolean beyondMedia) {

    /** Whether a stored one is there and another one was reckoned. */
    public boolean differs() {
        return stored != null && !stored.equals(reckoned);
    }

    public boolean agrees() {
        return stored != null && stored.equals(reckoned);
    }
}
