package az.qalxan.assets;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A freeze as its table keeps it: the state's name and whatever that state knows. */
record FreezeRow(
        FreezeHead head,
        String state,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Hold hold,
        @Nullable Holding movedTo,
        String reason,
        @Nullable Instant endedAt) {

    static FreezeRow of(Freeze freeze) {
        return switch (freeze) {
            case Freeze.Drafted one -> row(one, null, null, null, "");
            case Freeze.Sent one -> row(one, one.sending(), null, null, "");
            case Freeze.Acknowledged one -> row(one, one.sending(), null, null, "");
            case Freeze.Frozen one -> row(one, one.sending(), one.hold(), null, "");
            case Freeze.PartlyFrozen one -> row(one, one.sending(), one.hold(), null, "");
            case Freeze.Seized one -> row(one, one.sending(), one.hold(), null, one.decision());
            case Freeze.Dropped one -> row(one, null, null, null, one.reason());
            case Freeze.Refused one -> row(one, one.sending(), null, null, one.reason());
            case Freeze.TooLate one -> row(one, one.sending(), null, one.movedTo(), one.reason());
            case Freeze.Released one -> row(one, one.sending(), one.hold(), null, one.reason());
            case Freeze.Returned one -> row(one, one.sending(), one.hold(), null, "");
        };
    }

    private static FreezeRow row(
            Freeze freeze,
            Freeze.@Nullable Sending sending,
            @Nullable Hold hold,
            @Nullable Holding movedTo,
            String reason) {
        return new FreezeRow(
                freeze.head(),
                freeze.code(),
                sending == null ? null : sending.sentAt(),
                sending == null ? null : sending.acknowledgedAt(),
                hold,
                movedTo,
                reason,
                freeze instanceof Freeze.Ended ended ? ended.since() : null);
    }

    /**
     * The freeze of that row.
     *
     * @throws IllegalStateException when the row's state lacks something: the table is broken
     */
    Freeze freeze() {
        return switch (state) {
            case "drafted" -> new Freeze.Drafted(head);
            case "dropped" -> new Freeze.Dropped(head, reason, known(endedAt));
            case "sent" -> new Freeze.Sent(head, known(sentAt));
            case "acknowledged" -> new Freeze.Acknowledged(head, sending(), known(acknowledgedAt));
            case "frozen" -> new Freeze.Frozen(head, sending(), known(hold));
            case "partly" -> new Freeze.PartlyFrozen(head, sending(), known(hold));
            case "seized" -> new Freeze.Seized(head, sending(), known(hold), reason);
            case "refused" -> new Freeze.Refused(head, sending(), reason, known(endedAt));
            case "too-late" -> new Freeze.TooLate(head, sending(), movedTo, reason, known(endedAt));
            case "released" ->
                    new Freeze.Released(head, sending(), known(hold), reason, known(endedAt));
            case "returned" -> new Freeze.Returned(head, sending(), known(hold), known(endedAt));
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }

    private Freeze.Sending sending() {
        return new Freeze.Sending(known(sentAt), acknowledgedAt);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a freeze's row lacks what its state has");
    }
}
