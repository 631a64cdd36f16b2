package az.qalxan.exchange.poll;

import az.qalxan.exchange.Receipt;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a server what of its objects is kept here, and what was refused and why. */
@Component
class ReceiptPost {

    static final String MEMBER = "x_qalxan_receipts";

    private static final int AT_ONCE = 1_000;
    private static final int TIMES_MAX = 1_000;

    private final RemoteArrivalStore arrivals;
    private final RemoteCalls calls;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReceiptPost(
            RemoteArrivalStore arrivals,
            RemoteCalls calls,
            Clock clock,
            TransactionTemplate transaction) {
        this.arrivals = arrivals;
        this.calls = calls;
        this.clock = clock;
        this.transaction = transaction;
    }

    Optional<Trouble> post(RemoteServer remote, RemoteCalls.SignIn as) {
        URI address = remote.place().resolve("x-qalxan-receipts/");
        for (int time = 0; time < TIMES_MAX; time++) {
            List<RemoteArrivalStore.Due> due =
                    Objects.requireNonNull(
                            transaction.execute(
                                    _ -> arrivals.due(remote.id(), remote.into(), AT_ONCE)));
            if (due.isEmpty()) {
                return Optional.empty();
            }
            try {
                RemoteAnswer answer = calls.post(address, as, text(due));
                if (!answer.good()) {
                    return Optional.of(
                            Trouble.of(Trouble.Kind.RECEIPT, String.valueOf(answer.status())));
                }
            } catch (IOException e) {
                return Optional.of(
                        Trouble.of(Trouble.Kind.RECEIPT, String.valueOf(e.getMessage())));
            }
            transaction.executeWithoutResult(
                    _ -> arrivals.receipted(remote.id(), due, clock.instant()));
        }
        return Optional.empty();
    }

    private static String text(List<RemoteArrivalStore.Due> due) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        ArrayNode list = node.putArray("receipts");
        for (RemoteArrivalStore.Due one : due) {
            Receipt receipt = one.receipt();
            list.addObject()
                    .put("id", receipt.id())
                    .put("version", receipt.version())
                    .put("fault", receipt.fault())
                    .put("meaning", receipt.meaning());
        }
        return JsonMapper.shared().writeValueAsString(node);
    }
}
