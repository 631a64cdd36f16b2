package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Requires;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory for programs; it names organisations, posts and channels but no person. */
@RestController
class DirectoryApi {

    private final DirectoryList list;

    DirectoryApi(DirectoryList list) {
        this.list = list;
    }

    /** An organisation as programs read it. */
    record Entry(
            String code,
            String acronym,
            InBoth name,
            List<String> kinds,
            boolean verified,
            InBoth source,
            List<PostEntry> posts,
            List<ChannelEntry> channels) {

        static Entry of(DirectoryList.Row row) {
            Organisation one = row.organisation();
            return new Entry(
                    one.code().value(),
                    one.acronym(),
                    InBoth.of(one.name()),
                    one.kinds().stream().map(OrganisationKind::code).toList(),
                    one.verified(),
                    InBoth.of(one.source()),
                    row.posts().stream().map(PostEntry::of).toList(),
                    row.channels().stream().map(ChannelEntry::of).toList());
        }
    }

    /** A text in both languages. */
    record InBoth(String az, String en) {

        static InBoth of(Words words) {
            return new InBoth(words.az(), words.en());
        }
    }

    /** A post as programs read it. */
    record PostEntry(UUID id, InBoth title, InBoth duty, boolean verified, InBoth source) {

        static PostEntry of(Post post) {
            PostWords words = post.words();
            return new PostEntry(
                    post.id(),
                    new InBoth(words.titleAz(), words.titleEn()),
                    new InBoth(words.dutyAz(), words.dutyEn()),
                    post.verified(),
                    InBoth.of(post.source()));
        }
    }

    /** A channel as programs read it. */
    record ChannelEntry(
            UUID id,
            @Nullable UUID post,
            String kind,
            String value,
            String hours,
            String status,
            @Nullable Instant checkedAt) {

        static ChannelEntry of(Channel channel) {
            return new ChannelEntry(
                    channel.id(),
                    channel.post(),
                    channel.address().kind().code(),
                    channel.address().value(),
                    channel.address().hours(),
                    channel.status().code(),
                    channel.checkedAt());
        }
    }

    /** The organisations found, in the directory's order. */
    record Answer(List<Entry> organisations) {}

    @Requires("directory:read")
    @GetMapping("/api/directory")
    Answer directory(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String kind) {
        return new Answer(
                list.find(new DirectoryList.Asked(words, kind)).rows().stream()
                        .map(Entry::of)
                        .toList());
    }
}
