package az.qalxan.transmission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another instance.
 *
 * @param code ours for it
 * @param instance its id, which outlives its keys
 * @param address where its peers' port is, {@code https://…}
 * @param state proposed, admitted, shut or dropped; message key {@code transmission.peer.<state>}
 * @param bodies for which it may speak
 */
record Peer(
        String code,
        UUID instance,
        String name,
        String address,
        String state,
        List<String> bodies,
        People people) {

    Peer {
        bodies = List.copyOf(bodies);
    }

    /** Who entered and who decided; the decider is empty while nobody has. */
    record People(
            String enteredBy,
            String enterer,
            Instant enteredAt,
            String decider,
            @Nullable Instant decidedAt) {}

    boolean admitted() {
        return state.equals("admitted");
    }

    boolean speaksFor(String body) {
        return bodies.contains(body);
    }
}
