package az.qalxan.exchange.misp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members that MISP's core format knows, and which of them are of one server only. */
final class Members {

    /** Numbers and findings of the server that sent it: they mean nothing elsewhere. */
    private static final Set<String> LOCAL =
            Set.of(
                    "id",
                    "event_id",
                    "object_id",
                    "org_id",
                    "orgc_id",
                    "sharing_group_id",
                    "attribute_count",
                    "event_creator_email",
                    "event_uuid",
                    "RelatedEvent",
                    "RelatedAttribute",
                    "warnings",
                    "value1",
                    "value2");

    private static final Set<String> OF_EVENT =
            Set.of(
                    "uuid",
                    "info",
                    "date",
                    "timestamp",
                    "published",
                    "publish_timestamp",
                    "sighting_timestamp",
                    "threat_level_id",
                    "analysis",
                    "distribution",
                    "extends_uuid",
                    "proposal_email_lock",
                    "locked",
                    "disable_correlation",
                    "protected",
                    "Org",
                    "Orgc",
                    "SharingGroup",
                    "Tag",
                    "Galaxy",
                    "Attribute",
                    "Object",
                    "EventReport",
                    "CryptographicKey",
                    "ShadowAttribute");

    private static final Set<String> OF_ATTRIBUTE =
            Set.of(
                    "uuid",
                    "type",
                    "category",
                    "value",
                    "to_ids",
                    "comment",
                    "timestamp",
                    "distribution",
                    "deleted",
                    "disable_correlation",
                    "first_seen",
                    "last_seen",
                    "object_relation",
                    "data",
                    "encrypt",
                    "SharingGroup",
                    "Tag",
                    "Galaxy",
                    "Sighting",
                    "ShadowAttribute");

    private static final Set<String> OF_OBJECT =
            Set.of(
                    "uuid",
                    "name",
                    "meta-category",
                    "description",
                    "template_uuid",
                    "template_version",
                    "timestamp",
                    "distribution",
                    "comment",
                    "deleted",
                    "first_seen",
                    "last_seen",
                    "SharingGroup",
                    "Attribute",
                    "ObjectReference");

    private static final int LISTED_MAX = 50;
    private static final int NAME_CHARS_MAX = 100;

    private Members() {}

    static List<String> unknownOfEvent(JsonNode event) {
        return unknown(event, OF_EVENT);
    }

    static List<String> unknownOfAttribute(JsonNode attribute) {
        return unknown(attribute, OF_ATTRIBUTE);
    }

    static List<String> unknownOfObject(JsonNode object) {
        return unknown(object, OF_OBJECT);
    }

    private static List<String> unknown(JsonNode node, Set<String> known) {
        List<String> unknown = new ArrayList<>();
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !LOCAL.contains(name) && unknown.size() < LISTED_MAX) {
                unknown.add(name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)));
            }
        }
        return unknown;
    }

    /** Everything but what is of one server only and what is kept apart. */
    static ObjectNode without(JsonNode node, Set<String> apart) {
        ObjectNode rest = MispJson.JSON.createObjectNode();
        node.forEachEntry((name, value) -> {
            if (!LOCAL.contains(name) && !apart.contains(name)) {
                rest.set(name, value);
            }
        });
        return rest;
    }
}
