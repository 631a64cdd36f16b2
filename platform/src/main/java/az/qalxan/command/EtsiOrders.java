package az.qalxan.command;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.operators.OrderMessages;
import az.qalxan.web.ProblemFound;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;

/** Fetches orders as messages from a data folder or a server. */
final class EtsiOrders {

    private EtsiOrders() {}

    /** The message of an order; whoever may read the data folder acts as the system. */
    static byte[] message(WhereOptions where, String number) throws IOException, CallRefused {
        if (where.here != null) {
            try (ConfigurableApplicationContext started = Platform.quietly(where.here.data)) {
                return ActingAs.call(
                        TransactionIdentity.job("command"),
                        () -> started.getBean(OrderMessages.class).of(number));
            } catch (ProblemFound e) {
                throw new CallRefused("there is no order " + number + " there.");
            }
        }
        WhereOptions.There there = Objects.requireNonNull(where.there);
        try (ProgramCalls calls = new ProgramCalls(there.server, there.token)) {
            return calls.bytes(
                    "/api/operators/orders/"
                            + URLEncoder.encode(number, StandardCharsets.UTF_8)
                            + "/etsi.xml");
        }
    }
}
