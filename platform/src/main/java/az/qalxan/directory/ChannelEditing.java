package az.qalxan.directory;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, checks and ends channels. */
@Component
class ChannelEditing {

    private final ChannelStore channels;
    private final PostStore posts;
    private final AuditLog audit;
    private final Clock clock;

    ChannelEditing(ChannelStore channels, PostStore posts, AuditLog audit, Clock clock) {
        this.channels = channels;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void add(Organisation organisation, @Nullable UUID post, ChannelAddress address) {
        String code = organisation.code().value();
        if (post != null && posts.post(post, code).isEmpty()) {
            throw ProblemFound.of(DirectoryProblem.ENTRY_ENDED);
        }
        insert(organisation, post, address);
        record(DirectoryAct.CHANNEL_ADDED, organisation, Map.of("channel", address.value()));
    }

    /** New hours stay with the channel; a new address starts unverified in a row of its own. */
    @Transactional
    public void change(Organisation organisation, UUID id, String value, String hours) {
        Channel before = channel(organisation, id);
        ChannelAddress old = before.address();
        if (old.value().equals(value)) {
            channels.hours(id, hours);
        } else {
            channels.end(id, clock.instant());
            ChannelAddress fresh = new ChannelAddress(old.kind(), value, hours, old.open());
            insert(organisation, before.post(), fresh);
        }
        record(
                DirectoryAct.CHANNEL_CHANGED,
                organisation,
                Map.of("from", old.value(), "to", value, "hours", hours));
    }

    /** Notes that the caller has tried the channel and how it went. */
    @Transactional
    public void check(Organisation organisation, UUID id, ChannelStatus found, Caller caller) {
        Channel channel = channel(organisation, id);
        channels.check(id, found, caller.account().toString(), clock.instant());
        record(
                DirectoryAct.CHANNEL_CHECKED,
                organisation,
                Map.of(
                        "channel", channel.address().value(),
                        "from", channel.status().code(),
                        "to", found.code()));
    }

    @Transactional
    public void end(Organisation organisation, UUID id) {
        Channel channel = channel(organisation, id);
        channels.end(id, clock.instant());
        record(
                DirectoryAct.CHANNEL_ENDED,
                organisation,
                Map.of("channel", channel.address().value()));
    }

    /** The channel, locked until the transaction ends. */
    Channel channel(Organisation organisation, UUID id) {
        return channels.channel(id, organisation.code().value())
                .orElseThrow(() -> ProblemFound.of(DirectoryProblem.ENTRY_ENDED));
    }

    private void insert(Organisation organisation, @Nullable UUID post, ChannelAddress address) {
        Channel channel =
                new Channel(
                        UUID.randomUUID(),
                        organisation.code().value(),
                        post,
                        address,
                        ChannelStatus.UNVERIFIED,
                        null,
                        "");
        if (!channels.insert(channel, clock.instant())) {
            throw ProblemFound.of(DirectoryProblem.CHANNEL_EXISTS, address.value());
        }
    }

    private void record(DirectoryAct act, Organisation organisation, Map<String, String> how) {
        audit.record(act, AuditSubject.of("organisation", organisation.code()), how);
    }
}
