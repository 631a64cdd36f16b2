package az.qalxan.assets;

import az.qalxan.access.Caller;
import java.time.Instant;
import java.util.Optional;

/** A person at a moment who takes a step: which state it leads to. Pure. */
record FreezeMove(Caller caller, Instant now) {

    /** The state after that step; empty when the state before does not allow it. */
    Optional<Freeze> take(Freeze before, FreezeStep step) {
        return switch (before) {
            case Freeze.Drafted draft when step instanceof FreezeStep.OfDraft possible ->
                    Optional.of(ofDraft(draft, possible));
            case Freeze.Awaiting awaiting when step instanceof FreezeStep.OfAwaiting possible ->
                    ofAwaiting(awaiting, possible);
            case Freeze.Held held when step instanceof FreezeStep.OfHeld possible ->
                    ofHeld(held, possible);
            case Freeze.Drafted ignored -> Optional.empty();
            case Freeze.Awaiting ignored -> Optional.empty();
            case Freeze.Held ignored -> Optional.empty();
            case Freeze.Ended ignored -> Optional.empty();
        };
    }

    private Freeze ofDraft(Freeze.Drafted draft, FreezeStep.OfDraft step) {
        return switch (step) {
            case FreezeStep.Send send ->
                    draft.send(
                            new FreezeHead.Request(
                                    send.organisation(),
                                    send.basis(),
                                    send.asked(),
                                    caller.account().toString(),
                                    caller.name()),
                            now);
            case FreezeStep.Drop drop -> draft.drop(drop.reason(), now);
        };
    }

    private Optional<Freeze> ofAwaiting(Freeze.Awaiting awaiting, FreezeStep.OfAwaiting step) {
        return switch (step) {
            case FreezeStep.Acknowledge ignored -> acknowledged(awaiting);
            case FreezeStep.Confirm confirm ->
                    Optional.of(awaiting.hold(hold(awaiting.head(), confirm)));
            case FreezeStep.Refuse refuse -> Optional.of(awaiting.refuse(refuse.reason(), now));
            case FreezeStep.TooLate late ->
                    Optional.of(awaiting.tooLate(late.movedTo(), late.reason(), now));
        };
    }

    private Optional<Freeze> acknowledged(Freeze.Awaiting awaiting) {
        return switch (awaiting) {
            case Freeze.Sent sent -> Optional.of(sent.acknowledge(now));
            case Freeze.Acknowledged ignored -> Optional.empty();
        };
    }

    private static Hold hold(FreezeHead head, FreezeStep.Confirm confirm) {
        Money asked = head.asked();
        boolean whole = asked == null || !asked.isMoreThan(confirm.amount());
        return Hold.fresh(confirm.amount(), whole, confirm.at(), confirm.until(), confirm.by());
    }

    private Optional<Freeze> ofHeld(Freeze.Held held, FreezeStep.OfHeld step) {
        return switch (step) {
            case FreezeStep.Renew renew ->
                    Optional.of(held.with(held.hold().renewed(renew.until())));
            case FreezeStep.Release release ->
                    held.hold().owes()
                            ? Optional.empty()
                            : Optional.of(held.release(release.reason(), now));
            case FreezeStep.Seize seize -> seized(held, seize.decision());
        };
    }

    private static Optional<Freeze> seized(Freeze.Held held, String decision) {
        return switch (held) {
            case Freeze.Frozen frozen -> Optional.of(frozen.seize(decision));
            case Freeze.PartlyFrozen partly -> Optional.of(partly.seize(decision));
            case Freeze.Seized ignored -> Optional.empty();
        };
    }
}
