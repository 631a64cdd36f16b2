package az.qalxan.operators;

import java.time.Instant;

/**
 * An order in a list.
 *
 * @param other whose name stands beside it: the operator for officials, the body for an operator
 * @param path where it is opened
 */
record OrderLine(DataOrder order, String other, String path, boolean late) {

    static OrderLine ofAuthority(DataOrder order, String provider, Instant now) {
        return new OrderLine(
                order, provider, "/operators/orders/" + order.number(), order.late(now));
    }

    static OrderLine ofOperator(DataOrder order, String body, Instant now) {
        return new OrderLine(order, body, "/operators/own/" + order.number(), order.late(now));
    }

    String chip() {
        return switch (order.status()) {
            case DISCLOSED -> "fern";
            case AWAITING_DISCLOSURE, AWAITING_APPROVAL -> "saf";
            case REJECTED, ERROR, INVALID -> "nar";
            case DISCLOSURE_NOT_AVAILABLE, CANCELLED -> "";
        };
    }
}
