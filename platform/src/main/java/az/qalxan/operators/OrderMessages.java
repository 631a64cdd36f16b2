package az.qalxan.operators;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders as messages of ETSI TS 103 120, for whoever may read them on the authority's side. */
@Component
public class OrderMessages {

    private final Orders orders;
    private final EtsiImport messages;

    OrderMessages(Orders orders, EtsiImport messages) {
        this.orders = orders;
        this.messages = messages;
    }

    /**
     * The message of an order; that it was exported is recorded.
     *
     * @throws az.qalxan.web.ProblemFound when there is no such order for the caller
     */
    @Transactional
    public byte[] of(String number) {
        return messages.export(orders.ofAuthority(number).order());
    }
}
