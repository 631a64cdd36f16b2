package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.BodyChannel;
import az.qalxan.jurisdiction.BodyPost;
import az.qalxan.jurisdiction.Jurisdiction;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At start, takes over the pack's organisations that the directory does not know. An organisation
 * that it knows is left as people have edited it.
 */
@Component
class PackLoading {

    private final Jurisdiction jurisdiction;
    private final DirectoryStore organisations;
    private final PostStore posts;
    private final ChannelStore channels;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PackLoading(
            Jurisdiction jurisdiction,
            DirectoryStore organisations,
            PostStore posts,
            ChannelStore channels,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.jurisdiction = jurisdiction;
        this.organisations = organisations;
        this.posts = posts;
        this.channels = channels;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Loads what is new; a second run changes nothing. */
    @PostConstruct
    void load() {
        ActingAs.run(
                TransactionIdentity.job("directory"),
                () -> transaction.executeWithoutResult(status -> takeOver()));
    }

    private void takeOver() {
        Instant now = clock.instant();
        int place = 0;
        int taken = 0;
        for (Body body : jurisdiction.bodies()) {
            if (organisations.insert(organisation(body), place++, now)) {
                body.posts().forEach(post -> posts.insert(post(body, post), now));
                body.channels().forEach(channel -> channels.insert(channel(body, channel), now));
                taken++;
            }
        }
        if (taken > 0) {
            audit.record(
                    DirectoryAct.LOADED,
                    AuditSubject.of("pack", jurisdiction.code()),
                    Map.of("organisations", String.valueOf(taken)));
        }
    }

    private static Organisation organisation(Body body) {
        List<OrganisationKind> kinds =
                body.kinds().stream()
                        .map(code ->
                                OrganisationKind.of(code)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "the pack gives "
                                                                + body.code()
                                                                + " the unknown kind "
                                                                + code)))
                        .toList();
        return new Organisation(
                new BodyCode(body.code()),
                body.acronym(),
                body.name(),
                kinds,
                body.verified(),
                body.source());
    }

    private static Post post(Body body, BodyPost post) {
        PostWords words =
                new PostWords(
                        post.title().az(), post.title().en(), post.duty().az(), post.duty().en());
        return new Post(UUID.randomUUID(), body.code(), words, post.verified(), post.source());
    }

    /** Nobody has tried the pack's channels: visitors see addresses of websites, no mailbox. */
    private static Channel channel(Body body, BodyChannel channel) {
        ChannelKind kind =
                ChannelKind.of(channel.kind())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the pack has an unknown channel " + channel.kind()));
        return new Channel(
                UUID.randomUUID(),
                body.code(),
                null,
                new ChannelAddress(kind, channel.value(), "", kind == ChannelKind.WEB),
                ChannelStatus.UNVERIFIED,
                null,
                "");
    }
}
