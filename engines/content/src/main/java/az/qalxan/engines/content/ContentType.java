package az.qalxan.engines.content;

import java.util.Objects;

/**
 * What a file is.
 *
 * @param media the media type
 * @param kind our own name of a kind that a media type cannot tell, such as chrome-history; empty
 *     for none
 * @param family what it is for
 */
public record ContentType(String media, String kind, ContentFamily family) {

    /** What nobody knows. */
    public static final ContentType UNKNOWN =
            new ContentType("application/octet-stream", "", ContentFamily.OTHER);

    public ContentType {
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(family, "family");
    }

    boolean is(String other) {
        return media.equals(other);
    }
}
