package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Versions of objects entered a collection; told in the transaction that stores them. */
public record ObjectsAdded(UUID collection, List<Added> objects) {

    public ObjectsAdded {
        objects = List.copyOf(objects);
    }

    /**
     * A version.
     *
     * @param added names it together with its collection
     * @param handling the most restrictive of its markings
     * @param last whether no other version of the object is in the collection
     */
    public record Added(
            Instant added,
            String id,
            String type,
            Handling handling,
            boolean revoked,
            boolean last,
            JsonNode object) {}
}
