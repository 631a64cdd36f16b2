package az.qalxan.jurisdiction;

import java.util.List;

/**
 * An organisation of the pack.
 *
 * @param acronym as the country writes it, for example DİN
 * @param kinds codes of organisation kinds
 * @param verified whether the entry was read in the source it names
 * @param source where it was read
 * @param posts what the organisation does for others against cybercrime
 * @param channels how it is reached
 */
public record Body(
        String code,
        String acronym,
        Words name,
        List<String> kinds,
        boolean verified,
        Words source,
        List<BodyPost> posts,
        List<BodyChannel> channels) {

    public Body {
        kinds = List.copyOf(kinds);
        posts = List.copyOf(posts);
        channels = List.copyOf(channels);
    }
}
