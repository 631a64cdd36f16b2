package az.qalxan.exchange.misp;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sharing group as it was sent.
 *
 * @param organisations the names of its organisations by their UUIDs
 * @param complete whether it says who is in it
 * @param content what it says, without organisations and servers
 */
record MispGroup(
        UUID uuid,
        String name,
        String releasability,
        boolean active,
        boolean complete,
        Map<UUID, String> organisations,
        ObjectNode content) {

    MispGroup {
        organisations = Map.copyOf(organisations);
    }
}
