package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with freezes; each step and its audit record are one transaction. */
@Component
class Freezes {

    private static final int DRAWN_SPARE = 8;

    private final FreezeStore store;
    private final Transfers transfers;
    private final FrozenShares shares;
    private final AssetsPack pack;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random;
    private final Clock clock;

    Freezes(
            FreezeStore store,
            Transfers transfers,
            FrozenShares shares,
            AssetsPack pack,
            AuditLog audit,
            ApplicationEventPublisher events,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.transfers = transfers;
        this.shares = shares;
        this.pack = pack;
        this.audit = audit;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a draft says.
     *
     * @param asked what is to be held; null for the whole holding
     * @param proposed whether the system says it, not a person
     */
    record Draft(
            Standing standing,
            Holding holding,
            @Nullable Money asked,
            String currency,
            boolean proposed) {}

    /** Drafts a freeze. */
    @Transactional
    public FreezeNumber draft(Draft draft, Caller caller) {
        Freeze.Drafted drafted = drafts(List.of(draft)).getFirst();
        note(drafted.head(), "draft", caller.name(), "");
        audit.record(AssetsAct.DRAFTED, subject(drafted.head().number()));
        return drafted.head().number();
    }

    /** Drafts what the system proposes. */
    @Transactional
    public List<FreezeNumber> propose(List<Draft> proposals) {
        if (proposals.isEmpty()) {
            return List.of();
        }
        List<Freeze.Drafted> drafted = drafts(proposals);
        List<FreezeNumber> numbers = drafted.stream().map(one -> one.head().number()).toList();
        store.noteAll(
                drafted.stream().map(one -> one.head().id()).toList(),
                new FreezeStore.Happening(clock.instant(), "propose", "", ""));
        audit.recordAll(AssetsAct.PROPOSED, "freeze", numbers);
        return numbers;
    }

    private List<Freeze.Drafted> drafts(List<Draft> drafts) {
        Instant now = clock.instant();
        int year = now.atZone(pack.zone()).getYear();
        List<FreezeNumber> numbers = numbers(year, drafts.size());
        List<Freeze.Drafted> drafted = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft one = drafts.get(i);
            drafted.add(
                    new Freeze.Drafted(
                            new FreezeHead(
                                    UUID.randomUUID(),
                                    numbers.get(i),
                                    one.standing(),
                                    one.holding(),
                                    "",
                                    "",
                                    one.asked(),
                                    one.currency(),
                                    one.proposed(),
                                    "",
                                    "",
                                    now,
                                    0)));
        }
        store.insert(drafted, Deadline.of(drafted.getFirst(), pack).orElseThrow());
        return drafted;
    }

    /** Numbers that no freeze has: a few more are drawn than are needed. */
    private List<FreezeNumber> numbers(int year, int many) {
        List<FreezeNumber> drawn =
                Stream.generate(() -> FreezeNumber.drawn(year, random))
                        .distinct()
                        .limit(many + DRAWN_SPARE)
                        .toList();
        return store.unused(drawn).subList(0, many);
    }

    /** The freeze, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    public Freeze see(FreezeNumber number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Shows a freeze; the view is recorded. */
    @Transactional
    public Freeze view(FreezeNumber number) {
        Freeze seen = see(number);
        audit.record(AssetsAct.FREEZE_VIEWED, subject(number));
        return seen;
    }

    /** Takes a step; refused when the state does not allow it or somebody was faster. */
    @Transactional
    public Freeze take(FreezeNumber number, int version, FreezeStep step, Caller caller) {
        Freeze before = see(number);
        if (before.head().version() != version) {
            throw ProblemFound.of(AssetsProblem.FREEZE_CHANGED);
        }
        Instant now = clock.instant();
        Freeze after =
                new FreezeMove(caller, now)
                        .take(before, step)
                        .orElseThrow(
                                () -> ProblemFound.of(AssetsProblem.FREEZE_STATE, before.code()));
        save(after);
        note(before.head(), step.code(), caller.name(), step.detail());
        audit.record(
                AssetsAct.of(step),
                subject(number),
                Map.of("before", before.code(), "after", after.code()));
        follow(after, step, caller);
        return after;
    }

    /** Stores a new state with its clock; refused when somebody was faster. */
    void save(Freeze after) {
        if (!store.save(after, Deadline.of(after, pack), clock.instant())) {
            throw ProblemFound.of(AssetsProblem.FREEZE_CHANGED);
        }
    }

    /** What a step brings about elsewhere. */
    private void follow(Freeze after, FreezeStep step, Caller caller) {
        switch (step) {
            case FreezeStep.Confirm ignored -> frozen(after);
            case FreezeStep.TooLate late -> movedOn(after, late, caller);
            case FreezeStep.Release ignored -> shares.refresh(after);
            case FreezeStep.Send ignored -> {}
            case FreezeStep.Drop ignored -> {}
            case FreezeStep.Acknowledge ignored -> {}
            case FreezeStep.Refuse ignored -> {}
            case FreezeStep.Renew ignored -> {}
            case FreezeStep.Seize ignored -> {}
        }
    }

    private void frozen(Freeze after) {
        shares.refresh(after);
        if (after instanceof Freeze.Held held) {
            Standing standing = held.head().standing();
            events.publishEvent(
                    new AssetsFrozen(
                            held.head().number().value(),
                            standing.report(),
                            standing.caseNumber(),
                            standing.body().value(),
                            held.hold().amount().amount(),
                            held.hold().amount().currency(),
                            held.sending().sentAt(),
                            held.hold().at()));
        }
    }

    /** The bank said where the money went: that is a transfer, and the next one to ask. */
    private void movedOn(Freeze after, FreezeStep.TooLate late, Caller caller) {
        Holding to = late.movedTo();
        Holding from = after.head().holding();
        if (to == null || to.key().equals(from.key())) {
            return;
        }
        Standing standing = after.head().standing();
        Money moved = late.moved();
        if (moved != null) {
            transfers.enter(
                    standing,
                    List.of(
                            new Transfer(
                                    UUID.randomUUID(),
                                    from,
                                    to,
                                    moved,
                                    moved,
                                    late.at(),
                                    KnownBy.BANK,
                                    true,
                                    after.head().number().value())),
                    after.head().number().value(),
                    caller);
        }
        if (to.leadsOn()) {
            propose(List.of(new Draft(standing, to, moved, after.head().currency(), true)));
        }
    }

    /**
     * Drops drafts that are not needed; those that somebody sent or dropped meanwhile are left out.
     */
    @Transactional
    public int drop(List<FreezeNumber> numbers, String reason, Caller caller) {
        List<FreezeStore.Named> dropped = store.drop(numbers, reason, clock.instant());
        if (!dropped.isEmpty()) {
            store.noteAll(
                    dropped.stream().map(FreezeStore.Named::id).toList(),
                    new FreezeStore.Happening(clock.instant(), "drop", caller.name(), reason));
            audit.recordAll(
                    AssetsAct.DROPPED,
                    "freeze",
                    dropped.stream().map(FreezeStore.Named::number).toList());
        }
        return dropped.size();
    }

    void note(FreezeHead head, String kind, String author, String detail) {
        store.noteAll(
                List.of(head.id()),
                new FreezeStore.Happening(clock.instant(), kind, author, detail));
    }

    /** The organisations that were last asked about such holdings, by the holding's mark. */
    @Transactional(readOnly = true)
    public Map<String, String> suggestedKeepers(Collection<Holding> holdings) {
        return holdings.isEmpty()
                ? Map.of()
                : store.lastAsked(holdings.stream().map(Holding::keeperMark).distinct().toList());
    }

    static AuditSubject subject(FreezeNumber number) {
        return AuditSubject.of("freeze", number);
    }
}
