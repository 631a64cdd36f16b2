package az.qalxan.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of an organisation.
 *
 * @param trusted whether the viewer may read posts and people
 * @param editable whether the viewer may edit this organisation
 * @param names of all organisations
 * @param checkers the names of those who tried channels, by account
 */
record OrganisationPage(
        Organisation organisation,
        List<Post> posts,
        List<Person> people,
        List<Channel> channels,
        Map<String, String> checkers,
        boolean trusted,
        boolean editable,
        LocalDate today,
        OrganisationNames names) {

    OrganisationPage {
        posts = List.copyOf(posts);
        people = List.copyOf(people);
        channels = List.copyOf(channels);
        checkers = Map.copyOf(checkers);
    }

    /** The names after the first one, the earliest first. */
    List<DatedName> laterNames() {
        return names.later(organisation.code());
    }

    /** What it was called first. */
    Organisation first() {
        return names.on(organisation.code(), LocalDate.MIN).orElse(organisation);
    }

    @Nullable Dissolution dissolution() {
        return names.end(organisation.code()).orElse(null);
    }

    List<Person> now(Post post) {
        return people.stream()
                .filter(one -> one.post().equals(post.id()) && one.until() == null)
                .toList();
    }

    List<Person> before(Post post) {
        return people.stream()
                .filter(one -> one.post().equals(post.id()) && one.until() != null)
                .toList();
    }

    List<Channel> channelsOf(Post post) {
        return channels.stream().filter(one -> post.id().equals(one.post())).toList();
    }

    List<Channel> channelsOfAll() {
        List<UUID> shown = posts.stream().map(Post::id).toList();
        return channels.stream()
                .filter(one -> one.post() == null || !shown.contains(one.post()))
                .toList();
    }

    String checker(Channel channel) {
        return checkers.getOrDefault(channel.checkedBy(), "");
    }
}
