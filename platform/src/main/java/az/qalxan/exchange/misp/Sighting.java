package az.qalxan.exchange.misp;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * That somebody saw what an attribute says.
 *
 * @param type 0 seen, 1 false positive, 2 expired
 * @param seen seconds since 1970
 * @param body whose word it is
 */
record Sighting(
        long number,
        UUID uuid,
        long event,
        UUID attribute,
        int type,
        String source,
        long seen,
        String body,
        MispEvent.Organisation organisation) {

    ObjectNode node() {
        ObjectNode node = MispJson.JSON.createObjectNode();
        node.put("id", String.valueOf(number));
        node.put("uuid", uuid.toString());
        node.put("event_id", String.valueOf(event));
        node.put("attribute_uuid", attribute.toString());
        node.put("type", String.valueOf(type));
        node.put("source", source);
        node.put("date_sighting", String.valueOf(seen));
        node.putObject("Organisation")
                .put("uuid", organisation.uuid().toString())
                .put("name", organisation.name());
        return node;
    }
}
