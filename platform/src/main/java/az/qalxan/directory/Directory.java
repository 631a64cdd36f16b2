package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations, for the modules that name them; organisations are known to everyone. */
@Component
public class Directory {

    private static final int CONTACTS_MAX = 5;

    private final DirectoryStore store;
    private final PostStore posts;
    private final ChannelStore channels;

    Directory(DirectoryStore store, PostStore posts, ChannelStore channels) {
        this.store = store;
        this.posts = posts;
        this.channels = channels;
    }

    /** Every organisation as it is called today, in the directory's order; at most 2,000. */
    @Transactional(readOnly = true)
    public List<Organisation> organisations() {
        return store.organisations();
    }

    /** The organisation of that code. */
    @Transactional(readOnly = true)
    public Optional<Organisation> organisation(BodyCode code) {
        return store.organisation(code);
    }

    /** The posts of every organisation that has some; for lists to choose from. */
    @Transactional(readOnly = true)
    public Map<BodyCode, List<ContactPoint.Duty>> duties() {
        Map<BodyCode, List<ContactPoint.Duty>> duties = new LinkedHashMap<>();
        for (Post post : posts.posts("")) {
            duties.computeIfAbsent(new BodyCode(post.organisation()), code -> new ArrayList<>())
                    .add(duty(post));
        }
        return duties;
    }

    /** Every organisation with all names that it ever had. */
    @Transactional(readOnly = true)
    public OrganisationNames names() {
        return store.names();
    }

    /** Whom to ask at that organisation; channels that do not answer are left out. */
    @Transactional(readOnly = true)
    public Optional<ContactPoint> contact(BodyCode code) {
        return store.organisation(code).map(this::contact);
    }

    private ContactPoint contact(Organisation organisation) {
        String code = organisation.code().value();
        return new ContactPoint(
                organisation,
                posts.posts(code).stream().limit(CONTACTS_MAX).map(Directory::duty).toList(),
                channels.channels(code).stream()
                        .filter(one -> one.status() != ChannelStatus.FAILED)
                        .map(Directory::reached)
                        .sorted(Comparator.comparing(one -> !one.verified()))
                        .limit(CONTACTS_MAX)
                        .toList());
    }

    private static ContactPoint.Duty duty(Post post) {
        Words title = new Words(post.words().titleAz(), post.words().titleEn());
        return new ContactPoint.Duty(title, post.verified());
    }

    private static ContactPoint.Reached reached(Channel channel) {
        return new ContactPoint.Reached(
                channel.address().kind().code(),
                channel.address().value(),
                channel.address().hours(),
                channel.status() == ChannelStatus.VERIFIED);
    }
}
