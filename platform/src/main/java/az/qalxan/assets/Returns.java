package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is given back to victims. The freeze's row is held, so decisions come one by one. */
@Component
class Returns {

    private final FreezeStore freezes;
    private final Freezes desk;
    private final ReturnStore store;
    private final Claims claims;
    private final FrozenShares shares;
    private final Transfers transfers;
    private final ReportedLosses reports;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(
            FreezeStore freezes,
            Freezes desk,
            ReturnStore store,
            Claims claims,
            FrozenShares shares,
            Transfers transfers,
            ReportedLosses reports,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.freezes = freezes;
        this.desk = desk;
        this.store = store;
        this.claims = claims;
        this.shares = shares;
        this.transfers = transfers;
        this.reports = reports;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is proposed by that rule: for each victim what is theirs and not yet decided. */
    List<Claim> propose(Freeze.Held held, ReturnRule rule) {
        Hold hold = held.hold();
        Map<ReportId, Money> decided = pending(held);
        List<Claim> open =
                claims
                        .around(held.head().standing(), TracingRule.FIRST_IN_FIRST_OUT)
                        .on(held.head().holding(), hold.amount().currency())
                        .stream()
                        .map(one -> without(one, decided))
                        .filter(one -> !one.traced().isNone())
                        .toList();
        return rule.propose(hold.free(), open);
    }

    private static Claim without(Claim claim, Map<ReportId, Money> decided) {
        Money before = decided.get(claim.report());
        return before == null
                ? claim
                : new Claim(
                        claim.report(),
                        claim.reference(),
                        claim.traced().minus(claim.traced().least(before)));
    }

    /** What is decided and not paid; what was paid is a transfer already. */
    private Map<ReportId, Money> pending(Freeze.Held held) {
        Map<ReportId, Money> sums = new HashMap<>();
        store.of(held.head().id()).stream()
                .flatMap(one -> one.shares().stream())
                .filter(ReturnShare::pending)
                .forEach(one -> sums.merge(one.report(), one.amount(), Money::plus));
        return sums;
    }

    /**
     * What is decided.
     *
     * @param version of the freeze that the decision was built on
     * @param words the decision on which it rests
     * @param amounts what each victim gets; none is nothing
     */
    record Decided(int version, ReturnRule rule, String words, Map<ReportId, Money> amounts) {

        Decided {
            amounts = Map.copyOf(amounts);
        }
    }

    /** Decides; refused when more is given than is held and free. */
    @Transactional
    public void decide(FreezeNumber number, Decided decided, Caller caller) {
        Freeze.Held held = held(number);
        if (held.head().version() != decided.version()) {
            throw ProblemFound.of(AssetsProblem.FREEZE_CHANGED);
        }
        Money total =
                decided.amounts().values().stream()
                        .reduce(Money.none(held.hold().amount().currency()), Money::plus);
        if (total.isNone() || total.isMoreThan(held.hold().free())) {
            throw ProblemFound.of(AssetsProblem.RETURN_TOO_MUCH);
        }
        Instant now = clock.instant();
        Map<ReportId, ReportedLoss> victims = victims(decided.amounts());
        UUID id = UUID.randomUUID();
        List<ReturnShare> given =
                victims.values().stream()
                        .map(one -> share(id, one, decided.amounts(), now))
                        .toList();
        desk.save(held.with(held.hold().allotting(total)));
        store.insert(
                held.head().id(),
                new ReturnDecision(id, decided.rule(), decided.words(), now, caller.name(), given),
                victims);
        desk.note(held.head(), "return-decided", caller.name(), decided.words());
        audit.record(
                AssetsAct.RETURN_DECIDED,
                Freezes.subject(number),
                Map.of("rule", decided.rule().code(), "shares", String.valueOf(given.size())));
    }

    private static ReturnShare share(
            UUID decision, ReportedLoss victim, Map<ReportId, Money> amounts, Instant now) {
        Money amount = amounts.get(victim.id());
        if (amount == null) {
            throw new IllegalStateException("a victim without an amount: " + victim.id());
        }
        return new ReturnShare(
                UUID.randomUUID(),
                decision,
                victim.id(),
                victim.reference().value(),
                amount,
                "pending",
                "",
                now,
                null);
    }

    /** The reports behind the amounts; one that is not in sight is no victim. */
    private Map<ReportId, ReportedLoss> victims(Map<ReportId, Money> amounts) {
        List<ReportId> some =
                amounts.entrySet().stream()
                        .filter(one -> !one.getValue().isNone())
                        .map(Map.Entry::getKey)
                        .toList();
        Map<ReportId, ReportedLoss> found =
                reports.of(some).stream()
                        .collect(Collectors.toMap(ReportedLoss::id, Function.identity()));
        if (found.size() != some.size()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return found;
    }

    /** Says that a victim was paid; false when the share was not pending any more. */
    @Transactional
    public boolean pay(FreezeNumber number, UUID share, String document, Caller caller) {
        Freeze.Held held = held(number);
        ReturnShare paid = pending(held, share);
        Instant now = clock.instant();
        if (!store.end(share, "paid", document, now)) {
            return false;
        }
        Freeze after = held.pay(paid.amount(), now);
        desk.save(after);
        wentBack(held, paid, now, caller);
        shares.refresh(after);
        desk.note(held.head(), "return-paid", caller.name(), paid.reference());
        audit.record(AssetsAct.RETURN_PAID, Freezes.subject(number));
        events.publishEvent(
                new AssetsReturned(
                        number.value(),
                        share,
                        paid.report(),
                        held.head().standing().body().value(),
                        paid.amount().amount(),
                        paid.amount().currency(),
                        held.hold().at(),
                        now));
        return true;
    }

    /** A payment is a transfer like any other: the trail ends where it began. */
    private void wentBack(Freeze.Held held, ReturnShare paid, Instant now, Caller caller) {
        transfers.enter(
                held.head().standing(),
                List.of(
                        new Transfer(
                                UUID.randomUUID(),
                                held.head().holding(),
                                Holding.victim(paid.report(), paid.reference()),
                                paid.amount(),
                                paid.amount(),
                                now,
                                KnownBy.OFFICER,
                                true,
                                paid.id().toString())),
                held.head().number().value(),
                caller);
    }

    /** Takes a share back that was not paid; false when it was not pending any more. */
    @Transactional
    public boolean cancel(FreezeNumber number, UUID share, String reason, Caller caller) {
        Freeze.Held held = held(number);
        ReturnShare cancelled = pending(held, share);
        if (!store.end(share, "cancelled", reason, clock.instant())) {
            return false;
        }
        desk.save(held.with(held.hold().cancelling(cancelled.amount())));
        desk.note(held.head(), "return-cancelled", caller.name(), cancelled.reference());
        audit.record(AssetsAct.RETURN_CANCELLED, Freezes.subject(number), Map.of("reason", reason));
        return true;
    }

    private ReturnShare pending(Freeze.Held held, UUID share) {
        return store.share(share)
                .filter(one ->
                        store.freezeOf(one.decision()).filter(held.head().id()::equals).isPresent())
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Freeze.Held held(FreezeNumber number) {
        Freeze freeze =
                freezes.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return switch (freeze) {
            case Freeze.Held held -> held;
            case Freeze.Drafted one -> throw state(one);
            case Freeze.Awaiting one -> throw state(one);
            case Freeze.Ended one -> throw state(one);
        };
    }

    private static ProblemFound state(Freeze freeze) {
        return ProblemFound.of(AssetsProblem.FREEZE_STATE, freeze.code());
    }
}
