package az.qalxan.operators;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Composes the pages of orders. */
@Component
class OrderPages {

    private final OrderStore store;
    private final OrderTrail trail;
    private final ProviderStore providers;
    private final Directory directory;
    private final OperatorsPack pack;
    private final Clock clock;

    OrderPages(
            OrderStore store,
            OrderTrail trail,
            ProviderStore providers,
            Directory directory,
            OperatorsPack pack,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.providers = providers;
        this.directory = directory;
        this.pack = pack;
        this.clock = clock;
    }

    /** Organisations' acronyms by code. */
    Map<String, String> acronyms() {
        return directory.organisations().stream()
                .collect(Collectors.toMap(one -> one.code().value(), Organisation::acronym));
    }

    List<OrderLine> ofAuthority(List<DataOrder> orders) {
        Map<String, String> names = acronyms();
        return orders.stream()
                .map(one ->
                        OrderLine.ofAuthority(
                                one,
                                names.getOrDefault(one.provider(), one.provider()),
                                clock.instant()))
                .toList();
    }

    List<OrderLine> ofOperator(List<DataOrder> orders) {
        Map<String, String> names = acronyms();
        return orders.stream()
                .map(one ->
                        OrderLine.ofOperator(
                                one, names.getOrDefault(one.body(), one.body()), clock.instant()))
                .toList();
    }

    OrderPage ofAuthority(Orders.Seen seen, Caller caller) {
        DataOrder order = seen.order();
        return new OrderPage(
                ofAuthority(List.of(order)).getFirst(),
                seen.inside(),
                store.cases(order.id()),
                trail.of(order.id()),
                trail.files(order.id()),
                providers.contacts(order.provider()),
                pack.notice(),
                pack.approvals(order.demand().kind()),
                seen.inside().draftedBy().equals(caller.account().toString()));
    }

    /** Without the names of officials, and without anything of the case. */
    OrderPage ofOperator(DataOrder order) {
        String body =
                directory
                        .organisation(new BodyCode(order.body()))
                        .map(Organisation::acronym)
                        .orElse(order.body());
        return new OrderPage(
                ofOperator(List.of(order)).getFirst(),
                null,
                List.of(),
                trail.of(order.id()).stream()
                        .map(one ->
                                one.side().equals("authority")
                                        ? new OrderTrail.Happening(
                                                one.at(),
                                                one.kind(),
                                                one.side(),
                                                true,
                                                body,
                                                one.words())
                                        : one)
                        .toList(),
                trail.files(order.id()),
                List.of(),
                pack.notice(),
                0,
                false);
    }
}
