package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import java.util.List;

/**
 * Whom to ask at an organisation, as far as the caller may see it: its posts and the channels that
 * reach it, those that answered first.
 */
public record ContactPoint(Organisation organisation, List<Duty> posts, List<Reached> channels) {

    public ContactPoint {
        posts = List.copyOf(posts);
        channels = List.copyOf(channels);
    }

    /** A standing duty; {@code verified} whether it was read in its source. */
    public record Duty(Words title, boolean verified) {}

    /**
     * A channel.
     *
     * @param kind message key {@code directory.channel-kind.<kind>}
     * @param verified whether somebody answered on it
     */
    public record Reached(String kind, String value, String hours, boolean verified) {}
}
