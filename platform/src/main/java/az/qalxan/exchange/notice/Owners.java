package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the register of owners: enter, claim, decide, read a registry's file. */
@Component
class Owners {

    private static final String SUBJECT = "network-owner";
    private static final int RIVALS_SHOWN_MAX = 50;
    private static final int REASON_MAX = 2_000;
    private static final int CHANNELS_MAX = 20;

    private final OwnerStore store;
    private final ClaimStore claims;
    private final RivalStore rivals;
    private final AuditLog audit;
    private final Clock clock;

    Owners(OwnerStore store, ClaimStore claims, RivalStore rivals, AuditLog audit, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.rivals = rivals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Owners whose name begins with those words, or who hold that value. */
    @Transactional(readOnly = true)
    public List<OwnerStore.Line> list(String words) {
        return store.lines(words);
    }

    @Transactional(readOnly = true)
    public Owner find(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** An owner with everything known of it. */
    record Whole(Owner owner, List<Channel> channels, List<Claim> claims) {

        Whole {
            channels = List.copyOf(channels);
            claims = List.copyOf(claims);
        }
    }

    @Transactional
    public Whole see(UUID id) {
        Owner owner = find(id);
        audit.record(NoticeAct.OWNER_VIEWED, AuditSubject.of(SUBJECT, id));
        return new Whole(owner, store.channels(List.of(id)), claims.ofOwner(id));
    }

    @Transactional
    public UUID enter(Caller caller, OwnerForm.Checked form) {
        UUID id =
                store.insert(form, caller.name(), clock.instant())
                        .orElseThrow(
                                () -> invalid(Violation.at("name", "notice.wrong.name-taken")));
        audit.record(NoticeAct.OWNER_ENTERED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    private static ProblemFound invalid(Violation wrong) {
        return ProblemFound.with(WebProblem.INVALID_INPUT, List.of(wrong));
    }

    /** A way to reach an owner as it was typed. */
    record Reach(String kind, String address) {

        boolean fits() {
            return switch (kind) {
                case "mail" -> address.matches("[^\\s@<>\",;:]{1,64}@[A-Za-z0-9.-]{1,185}");
                case "phone" -> address.matches("\\+?[0-9][0-9 ()-]{4,28}[0-9]");
                default -> false;
            };
        }
    }

    @Transactional
    public UUID addChannel(Caller caller, UUID owner, Reach reach) {
        find(owner);
        if (!reach.fits()) {
            throw invalid(Violation.at("address", "notice.wrong.address", reach.address()));
        }
        int rank = store.channels(List.of(owner)).size() + 1;
        Channel channel =
                new Channel(
                        UUID.randomUUID(),
                        owner,
                        reach.kind(),
                        reach.address(),
                        Math.min(rank, CHANNELS_MAX),
                        "unverified");
        if (rank > CHANNELS_MAX || !store.addChannel(channel, caller.name(), clock.instant())) {
            throw invalid(Violation.at("address", "notice.wrong.channel-taken", reach.address()));
        }
        audit.record(NoticeAct.CHANNEL_ENTERED, AuditSubject.of(SUBJECT, owner));
        return channel.id();
    }

    /** Somebody tried the way, or it is given up. */
    @Transactional
    public void moveChannel(UUID owner, UUID channel, String state) {
        boolean own = store.channel(channel).filter(one -> one.owner().equals(owner)).isPresent();
        if (!own || !store.moveChannel(channel, state, clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                NoticeAct.CHANNEL_CHANGED, AuditSubject.of(SUBJECT, owner), Map.of("state", state));
    }

    @Transactional
    public void ask(Caller caller, UUID owner, OwnerForm.Asked asked) {
        find(owner);
        boolean fresh = claims.ask(owner, asked, caller.name(), clock.instant()).isPresent();
        if (!fresh) {
            throw invalid(Violation.at("value", "notice.wrong.claim-taken", asked.value()));
        }
        audit.record(
                NoticeAct.CLAIM_ASKED,
                AuditSubject.of(SUBJECT, owner),
                Map.of("kind", asked.kind().code(), "value", asked.value()));
    }

    /** Approves or refuses a claim that somebody else made. */
    @Transactional
    public UUID decide(Caller caller, UUID claim, boolean approved, String reason) {
        Claim asked = claims.find(claim).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        String bare = reason.strip();
        if (approved) {
            mayHold(asked, bare);
        }
        boolean done =
                claims.decide(
                        claim,
                        new ClaimStore.Decision(
                                approved,
                                caller.name(),
                                bare.substring(0, Math.min(bare.length(), REASON_MAX)),
                                clock.instant()));
        if (!done) {
            throw ProblemFound.of(NoticeProblem.CLAIM_DECIDED);
        }
        audit.record(
                NoticeAct.CLAIM_DECIDED,
                AuditSubject.of(SUBJECT, asked.owner()),
                Map.of("value", asked.value(), "approved", String.valueOf(approved)));
        return asked.owner();
    }

    /** What others hold is taken over only knowingly, and never from another approved claim. */
    private void mayHold(Claim asked, String reason) {
        List<Rival> others = rivals.of(asked);
        others.stream()
                .filter(Rival::excludes)
                .findFirst()
                .ifPresent(one -> {
                    throw ProblemFound.of(NoticeProblem.CLAIM_HELD, one.value(), one.owner());
                });
        if (!others.isEmpty() && reason.isEmpty()) {
            throw ProblemFound.of(NoticeProblem.CLAIM_REASON);
        }
    }

    /** Who else holds what those claims ask for, for whoever decides. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Rival>> rivals(List<Claim> asked) {
        Map<UUID, List<Rival>> all = new LinkedHashMap<>();
        asked.stream()
                .filter(Claim::asked)
                .limit(RIVALS_SHOWN_MAX)
                .forEach(one -> all.put(one.id(), rivals.of(one)));
        return all;
    }

    @Transactional
    public UUID end(UUID claim) {
        Claim ended = claims.find(claim).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!claims.end(claim, clock.instant())) {
            throw ProblemFound.of(NoticeProblem.CLAIM_DECIDED);
        }
        audit.record(
                NoticeAct.CLAIM_ENDED,
                AuditSubject.of(SUBJECT, ended.owner()),
                Map.of("value", ended.value()));
        return ended.owner();
    }
}
