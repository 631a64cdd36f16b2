package az.qalxan.exchange.misp;

import az.qalxan.exchange.misp.MispAttributeStore.Kept;
import az.qalxan.exchange.misp.MispAttributeStore.KeptObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as MISP does, with as much of them as the caller may see. */
@Component
class EventWriter {

    private static final int ATTRIBUTE_CHARS = 400;
    private static final UUID NO_OBJECT = new UUID(0, 0);

    private final MispAttributeStore attributes;
    private final GroupStore groups;
    private final Organisations organisations;

    EventWriter(MispAttributeStore attributes, GroupStore groups, Organisations organisations) {
        this.attributes = attributes;
        this.groups = groups;
        this.organisations = organisations;
    }

    /** Each event by itself; deleted attributes only for who asks for them. */
    List<String> whole(Collection<StoredEvent> events, boolean deleted) {
        List<Long> numbers = events.stream().map(StoredEvent::number).toList();
        Map<Long, List<Kept>> parts = new HashMap<>();
        for (Kept one : attributes.of(numbers)) {
            if (deleted || !one.deleted()) {
                parts.computeIfAbsent(one.event(), _ -> new ArrayList<>()).add(one);
            }
        }
        Map<Long, List<KeptObject>> objects = new HashMap<>();
        attributes
                .objects(numbers)
                .forEach(one ->
                        objects.computeIfAbsent(one.event(), _ -> new ArrayList<>()).add(one));
        Map<UUID, String> circles = new HashMap<>();
        return events.stream()
                .map(event ->
                        whole(
                                event,
                                parts.getOrDefault(event.number(), List.of()),
                                objects.getOrDefault(event.number(), List.of()),
                                circles))
                .toList();
    }

    /** One event with these parts. */
    String whole(
            StoredEvent event,
            List<Kept> parts,
            List<KeptObject> objects,
            Map<UUID, String> circles) {
        StringBuilder text = new StringBuilder(parts.size() * ATTRIBUTE_CHARS + ATTRIBUTE_CHARS);
        ObjectNode head = head(event);
        head.put("attribute_count", String.valueOf(parts.size()));
        text.append("{\"Event\":");
        splice(text, head.toString(), event.content());
        text.setLength(text.length() - 1);
        @Nullable UUID group = event.level().group();
        if (group != null) {
            text.append(",\"SharingGroup\":")
                    .append(circles.computeIfAbsent(group, _ -> circle(event, group)));
        }
        Map<UUID, StringBuilder> lists = new LinkedHashMap<>();
        for (Kept one : parts) {
            @Nullable UUID object = one.object();
            StringBuilder list =
                    lists.computeIfAbsent(
                            object == null ? NO_OBJECT : object, _ -> new StringBuilder());
            list.append(list.isEmpty() ? "" : ",").append(one.content());
        }
        text.append(",\"Attribute\":[")
                .append(lists.getOrDefault(NO_OBJECT, new StringBuilder()))
                .append("],\"Object\":[");
        for (KeptObject one : objects) {
            text.append(one.content(), 0, one.content().length() - 1)
                    .append(",\"Attribute\":[")
                    .append(lists.getOrDefault(one.uuid(), new StringBuilder()))
                    .append("]},");
        }
        if (!objects.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return text.append("]}}").toString();
    }

    /** The members of both objects in one. */
    private static void splice(StringBuilder text, String head, String rest) {
        text.append(head, 0, head.length() - 1);
        if (rest.length() > 2) {
            text.append(',').append(rest, 1, rest.length());
        } else {
            text.append('}');
        }
    }

    private String circle(StoredEvent event, UUID group) {
        if (event.groupContent().isEmpty()) {
            return "{\"uuid\":\"" + group + "\"}";
        }
        ObjectNode node = MispJson.object(event.groupContent());
        node.put("uuid", group.toString());
        if (event.groupNumber() != null) {
            node.put("id", String.valueOf(event.groupNumber()));
        }
        members(node, group);
        return node.toString();
    }

    /** Names who is in the sharing group. */
    void members(ObjectNode node, UUID group) {
        ArrayNode members = node.putArray("SharingGroupOrg");
        groups.organisations(group)
                .forEach((uuid, name) ->
                        members.addObject()
                                .putObject("Organisation")
                                .put("uuid", uuid.toString())
                                .put("name", name));
        node.putArray("SharingGroupServer");
    }

    /** What is kept beside the content: numbers, moments, distribution, organisations. */
    ObjectNode head(StoredEvent event) {
        ObjectNode head = MispJson.JSON.createObjectNode();
        head.put("id", String.valueOf(event.number()));
        head.put("uuid", event.uuid().toString());
        head.put("timestamp", String.valueOf(event.stamp()));
        head.put("published", event.published());
        head.put("distribution", String.valueOf(event.level().distribution()));
        if (event.groupNumber() != null) {
            head.put("sharing_group_id", String.valueOf(event.groupNumber()));
        }
        organisation(head.putObject("Orgc"), event.orgc());
        organisation(head.putObject("Org"), organisations.of(event.body()));
        return head;
    }

    private static void organisation(ObjectNode node, MispEvent.Organisation organisation) {
        node.put("uuid", organisation.uuid().toString());
        node.put("name", organisation.name());
    }

    /** A line of the list of events. */
    String line(StoredEvent event) {
        ObjectNode head = head(event);
        head.put("attribute_count", String.valueOf(event.attributes()));
        StringBuilder text = new StringBuilder(ATTRIBUTE_CHARS);
        splice(text, head.toString(), event.content());
        return text.toString();
    }

    /** Just enough to know whether it is newer than a copy. */
    static String shortLine(StoredEvent event) {
        ObjectNode line = MispJson.JSON.createObjectNode();
        line.put("id", String.valueOf(event.number()));
        line.put("timestamp", String.valueOf(event.stamp()));
        line.put("sighting_timestamp", "0");
        line.put("published", event.published());
        line.put("uuid", event.uuid().toString());
        line.put("orgc_uuid", event.orgc().uuid().toString());
        return line.toString();
    }
}
