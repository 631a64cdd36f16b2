package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for messages: e-mail and other instances. Each message is taken once, however often it
 * comes; called as the system, inside the transaction that takes the message.
 */
@Component
public class Incoming {

    private final Requests requests;
    private final RequestReading reading;
    private final CooperationPack pack;
    private final Clock clock;

    Incoming(Requests requests, RequestReading reading, CooperationPack pack, Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.pack = pack;
        this.clock = clock;
    }

    /**
     * Where a request came from.
     *
     * @param channel mail or peer
     * @param id of the message, unique in its channel
     * @param sender as it was proven, for the history
     */
    public record Message(String channel, String id, String sender) {}

    /** What became of a message. */
    public sealed interface Outcome {}

    /** It brought that request; {@code fresh} is false when an earlier delivery did. */
    public record Taken(String number, boolean fresh) implements Outcome {}

    /** It cannot be read as a request; every wrong field is named. */
    public record Wrong(List<Violation> violations) implements Outcome {

        public Wrong {
            violations = List.copyOf(violations);
        }
    }

    /** Takes a request in for the body that runs its kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome take(Message message, IncomingRequest request) {
        RequestReading.Typed typed =
                RequestReading.Typed.of(
                        request, new BodyCode(pack.owner(request.kind())), clock.instant());
        RequestReading.Result read = reading.read(typed, message.channel(), message.id());
        return switch (read) {
            case RequestReading.Read good -> {
                Requests.Entered entered = requests.enter(good.request(), message.sender());
                yield new Taken(entered.number().value(), entered.fresh());
            }
            case RequestReading.Unreadable bad -> new Wrong(bad.violations());
        };
    }
}
