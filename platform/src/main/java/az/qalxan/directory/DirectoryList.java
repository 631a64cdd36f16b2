package az.qalxan.directory;

import az.qalxan.engines.language.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds organisations by words and kind. */
@Component
class DirectoryList {

    static final int WORDS_MAX = 100;

    private final DirectoryStore organisations;
    private final PostStore posts;
    private final ChannelStore channels;

    DirectoryList(DirectoryStore organisations, PostStore posts, ChannelStore channels) {
        this.organisations = organisations;
        this.posts = posts;
        this.channels = channels;
    }

    /** What is asked for; an empty text lets everything through. */
    record Asked(String words, String kind) {

        Asked {
            words = words.strip().substring(0, Math.min(words.strip().length(), WORDS_MAX));
        }

        /** The address of that page with this filter. */
        String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("q", "{q}")
                    .queryParam("kind", "{kind}")
                    .encode()
                    .buildAndExpand(words, kind)
                    .toUriString();
        }

        /** The same words for another kind. */
        Asked of(String otherKind) {
            return new Asked(words, otherKind);
        }
    }

    /** An organisation with what the caller may see of it. */
    record Row(Organisation organisation, List<Post> posts, List<Channel> channels) {

        Row {
            posts = List.copyOf(posts);
            channels = List.copyOf(channels);
        }

        long verified() {
            return channels.stream().filter(one -> one.status() == ChannelStatus.VERIFIED).count();
        }
    }

    /** What was found, and how many of the words' finds each kind has. */
    record Found(List<Row> rows, Map<OrganisationKind, Integer> kinds, int all) {

        Found {
            rows = List.copyOf(rows);
        }

        int of(OrganisationKind kind) {
            return kinds.getOrDefault(kind, 0);
        }
    }

    /** The caller's view: posts are empty for those who may not read them. */
    @Transactional(readOnly = true)
    public Found find(Asked asked) {
        List<Post> allPosts = posts.posts("");
        List<Channel> allChannels = channels.channels("");
        List<Row> named =
                organisations.organisations().stream()
                        .map(one -> row(one, allPosts, allChannels))
                        .filter(row -> matches(row, asked.words()))
                        .toList();
        Map<OrganisationKind, Integer> kinds = new EnumMap<>(OrganisationKind.class);
        named.forEach(row ->
                row.organisation().kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        List<Row> rows =
                named.stream()
                        .filter(row ->
                                asked.kind().isEmpty()
                                        || row.organisation().kinds().stream()
                                                .anyMatch(kind -> kind.code().equals(asked.kind())))
                        .toList();
        return new Found(rows, kinds, named.size());
    }

    private static Row row(Organisation one, List<Post> posts, List<Channel> channels) {
        String code = one.code().value();
        return new Row(
                one,
                posts.stream().filter(post -> post.organisation().equals(code)).toList(),
                channels.stream().filter(each -> each.organisation().equals(code)).toList());
    }

    /** Every word asked for begins or lies within a word of the names, posts or channels. */
    private static boolean matches(Row row, String words) {
        if (words.isEmpty()) {
            return true;
        }
        Organisation one = row.organisation();
        List<String> texts = new ArrayList<>(List.of(one.code().value(), one.acronym()));
        texts.addAll(List.of(one.name().az(), one.name().en()));
        row.posts()
                .forEach(post -> {
                    texts.add(post.words().titleAz());
                    texts.add(post.words().titleEn());
                });
        row.channels().forEach(channel -> texts.add(channel.address().value()));
        String haystack = Folding.fold(String.join("\n", texts));
        return Arrays.stream(Folding.fold(words).split("\\s+")).allMatch(haystack::contains);
    }
}
