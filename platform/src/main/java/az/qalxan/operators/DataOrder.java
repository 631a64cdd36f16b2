package az.qalxan.operators;

import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to an operator to keep or to hand over data. It holds what its addressee may read, and
 * nothing else.
 *
 * @param authorisation the identifier of its authorisation in messages
 * @param provider the code of the organisation that it is addressed to
 * @param reason why it was rejected, cancelled or not answered; empty otherwise
 * @param version counts changes; a change that read an older version is refused
 */
record DataOrder(
        UUID id,
        UUID authorisation,
        OrderNumber number,
        String body,
        String provider,
        OrderStatus status,
        OrderApproval approval,
        String reason,
        Demand demand,
        Ground ground,
        Times times,
        Handling handling,
        @Nullable CompartmentId compartment,
        int version) {

    /** What is asked. */
    record Demand(
            OrderKind kind,
            boolean emergency,
            boolean test,
            List<Identifier> identifiers,
            @Nullable Instant from,
            @Nullable Instant until,
            String words) {

        Demand {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * What it rests on.
     *
     * @param clause instrument and article, such as CPC-AZ:177.3.5
     */
    record Ground(String clause, Words title, boolean verified) {}

    /**
     * When what happened; what has not is absent.
     *
     * @param clock the rule from which the due time follows; empty before approval
     */
    record Times(
            Instant draftedAt,
            @Nullable Instant approvedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant dueAt,
            String clock,
            Words clockName) {}

    boolean is(OrderStatus wanted) {
        return status == wanted;
    }

    /** Whether an answer was due by that moment and none has come. */
    boolean late(Instant now) {
        Instant due = times.dueAt();
        return status == OrderStatus.AWAITING_DISCLOSURE && due != null && now.isAfter(due);
    }

    /** The same order further on. */
    DataOrder with(OrderStatus newStatus, OrderApproval newApproval, String why, Times newTimes) {
        return new DataOrder(
                id,
                authorisation,
                number,
                body,
                provider,
                newStatus,
                newApproval,
                why,
                demand,
                ground,
                newTimes,
                handling,
                compartment,
                version);
    }
}
