package az.qalxan.operators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which step leads an order where; knows nothing of rights or rows. */
final class OrderMove {

    private OrderMove() {}

    /** The outcome of a step. */
    sealed interface Outcome {

        record Moved(DataOrder order) implements Outcome {}

        /** The last part of the message key {@code operators.refused.<why>}. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * Who takes the step, and under which rules.
     *
     * @param account of the person or program
     * @param approvals how many people must approve an order of this kind
     * @param due by when the answer is wanted, if the order went out now
     */
    record Circumstances(String account, Inside inside, int approvals, Instant now, Due due) {}

    /** A due time and the rule that it follows from. */
    record Due(@Nullable Instant at, String clock, az.qalxan.jurisdiction.Words name) {}

    static Outcome ofAuthority(DataOrder order, OrderStep step, Circumstances given) {
        return switch (step) {
            case OrderStep.Approve ignored -> approve(order, given);
            case OrderStep.Confirm ignored -> confirm(order, given);
            case OrderStep.Reject(String words) ->
                    order.is(OrderStatus.AWAITING_APPROVAL)
                            ? moved(order, OrderStatus.REJECTED, OrderApproval.REJECTED, words)
                            : refused("state");
            case OrderStep.Cancel(String words) ->
                    order.status().open()
                            ? moved(order, OrderStatus.CANCELLED, OrderApproval.CANCELLED, words)
                            : refused("state");
            case OrderStep.Reply ignored ->
                    order.is(OrderStatus.AWAITING_DISCLOSURE)
                            ? new Outcome.Moved(order)
                            : refused("state");
            default -> refused("side");
        };
    }

    private static Outcome approve(DataOrder order, Circumstances given) {
        if (!order.is(OrderStatus.AWAITING_APPROVAL)) {
            return refused("state");
        }
        if (given.account().equals(given.inside().draftedBy())) {
            return refused("own-draft");
        }
        boolean emergency = order.demand().emergency();
        boolean first = given.inside().approvedBy().isEmpty();
        if (!first && given.account().equals(given.inside().approvedBy())) {
            return refused("approved-already");
        }
        if (first && given.approvals() > 1 && !emergency) {
            return new Outcome.Moved(order);
        }
        DataOrder.Times times = order.times();
        boolean whole = !first || given.approvals() <= 1;
        return new Outcome.Moved(
                order.with(
                        OrderStatus.AWAITING_DISCLOSURE,
                        whole ? OrderApproval.APPROVED : OrderApproval.EMERGENCY_APPROVAL,
                        "",
                        new DataOrder.Times(
                                times.draftedAt(),
                                given.now(),
                                null,
                                null,
                                given.due().at(),
                                given.due().clock(),
                                given.due().name())));
    }

    private static Outcome confirm(DataOrder order, Circumstances given) {
        if (order.approval() != OrderApproval.EMERGENCY_APPROVAL) {
            return refused("state");
        }
        if (given.account().equals(given.inside().approvedBy())
                || given.account().equals(given.inside().draftedBy())) {
            return refused("approved-already");
        }
        return moved(order, order.status(), OrderApproval.APPROVED, order.reason());
    }

    static Outcome ofOperator(DataOrder order, OrderStep step, Instant now) {
        if (!order.is(OrderStatus.AWAITING_DISCLOSURE)) {
            return refused("state");
        }
        return switch (step) {
            case OrderStep.Acknowledge ignored ->
                    order.times().acknowledgedAt() == null
                            ? new Outcome.Moved(seen(order, now))
                            : refused("acknowledged");
            case OrderStep.Ask ignored -> new Outcome.Moved(seen(order, now));
            case OrderStep.Disclose ignored -> answered(order, OrderStatus.DISCLOSED, "", now);
            case OrderStep.Unavailable(String words) ->
                    answered(order, OrderStatus.DISCLOSURE_NOT_AVAILABLE, words, now);
            case OrderStep.Fault(String words) -> answered(order, OrderStatus.ERROR, words, now);
            case OrderStep.Unclear(String words) ->
                    answered(order, OrderStatus.INVALID, words, now);
            default -> refused("side");
        };
    }

    private static DataOrder seen(DataOrder order, Instant now) {
        DataOrder.Times times = order.times();
        Instant before = times.acknowledgedAt();
        return order.with(
                order.status(),
                order.approval(),
                order.reason(),
                new DataOrder.Times(
                        times.draftedAt(),
                        times.approvedAt(),
                        before == null ? now : before,
                        times.answeredAt(),
                        times.dueAt(),
                        times.clock(),
                        times.clockName()));
    }

    private static Outcome answered(
            DataOrder order, OrderStatus status, String words, Instant now) {
        DataOrder seen = seen(order, now);
        DataOrder.Times times = seen.times();
        return new Outcome.Moved(
                seen.with(
                        status,
                        seen.approval(),
                        words,
                        new DataOrder.Times(
                                times.draftedAt(),
                                times.approvedAt(),
                                times.acknowledgedAt(),
                                now,
                                times.dueAt(),
                                times.clock(),
                                times.clockName())));
    }

    private static Outcome moved(
            DataOrder order, OrderStatus status, OrderApproval approval, String why) {
        return new Outcome.Moved(order.with(status, approval, why, order.times()));
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(why);
    }
}
