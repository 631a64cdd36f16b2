package az.qalxan.operators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with what happened; one page for each side.
 *
 * @param inside absent on the operator's page
 * @param cases numbers; none on the operator's page
 * @param people who answers for the operator; none on its own page
 * @param mine whether the reader drafted it
 */
record OrderPage(
        OrderLine line,
        @Nullable Inside inside,
        List<String> cases,
        List<OrderTrail.Happening> history,
        List<OrderTrail.OrderFile> files,
        List<Provider.Contact> people,
        OperatorsPack.Notice notice,
        int approvals,
        boolean mine) {

    OrderPage {
        cases = List.copyOf(cases);
        history = List.copyOf(history);
        files = List.copyOf(files);
        people = List.copyOf(people);
    }

    DataOrder order() {
        return line.order();
    }

    boolean waits() {
        return order().is(OrderStatus.AWAITING_APPROVAL);
    }

    boolean open() {
        return order().is(OrderStatus.AWAITING_DISCLOSURE);
    }

    boolean unconfirmed() {
        return order().approval() == OrderApproval.EMERGENCY_APPROVAL;
    }
}
