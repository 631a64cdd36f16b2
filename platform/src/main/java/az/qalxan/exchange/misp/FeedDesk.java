package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes feeds: published events that are meant for other communities, with those of their
 * attributes that are too, one step of distribution nearer.
 */
@Component
class FeedDesk {

    private final SearchStore search;
    private final Handout handout;

    FeedDesk(SearchStore search, Handout handout) {
        this.search = search;
        this.handout = handout;
    }

    /** What there is, so that a reader fetches only what is newer. */
    @Transactional(readOnly = true)
    String manifest(UUID collection) {
        ObjectNode manifest = MispJson.JSON.createObjectNode();
        for (StoredEvent event : search.travelling(collection)) {
            ObjectNode content = MispJson.object(event.content());
            ObjectNode entry = manifest.putObject(event.uuid().toString());
            entry.putObject("Orgc")
                    .put("name", event.orgc().name())
                    .put("uuid", event.orgc().uuid().toString());
            ArrayNode tags = entry.putArray("Tag");
            content.path("Tag").forEach(tags::add);
            entry.put("info", event.info());
            entry.put("date", event.day().toString());
            entry.put("analysis", content.path("analysis").asString("0"));
            entry.put("threat_level_id", content.path("threat_level_id").asString("4"));
            entry.put("timestamp", String.valueOf(event.stamp()));
        }
        return manifest.toString();
    }

    /** MD5 of each value and part of a value with its event, to look values up by. */
    @Transactional(readOnly = true)
    void hashes(UUID collection, Writer out) throws IOException {
        search.travellingValues(
                collection,
                row -> {
                    String type = row.getString("type");
                    String value = row.getString("value");
                    int bar = type.contains("|") ? value.indexOf('|') : -1;
                    try {
                        hash(out, bar < 0 ? value : value.substring(0, bar), row.getString("uuid"));
                        if (bar >= 0) {
                            hash(out, value.substring(bar + 1), row.getString("uuid"));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void hash(Writer out, String value, String event) throws IOException {
        out.write(HexFormat.of().formatHex(MispAttribute.digest("MD5", value)));
        out.write(',');
        out.write(event);
        out.write('\n');
    }

    /** An event as it stands in the feed. */
    @Transactional
    String event(Caller caller, StoredEvent event) {
        return travelling(handout.event(caller, event, "feed", true)).toString();
    }

    /** What of an event goes to another community, as it should stand there. */
    static ObjectNode travelling(String whole) {
        ObjectNode node = MispJson.object(whole);
        if (node.path("Event") instanceof ObjectNode event) {
            event.remove("id");
            event.remove("Org");
            event.remove("sharing_group_id");
            nearer(event);
            parts(event);
            ArrayNode objects = MispJson.JSON.createArrayNode();
            for (JsonNode one : event.path("Object")) {
                if (one instanceof ObjectNode object && travels(object)) {
                    nearer(object);
                    parts(object);
                    objects.add(object);
                }
            }
            event.set("Object", objects);
        }
        return node;
    }

    private static void parts(ObjectNode holder) {
        ArrayNode kept = MispJson.JSON.createArrayNode();
        for (JsonNode one : holder.path("Attribute")) {
            if (one instanceof ObjectNode attribute && travels(attribute)) {
                nearer(attribute);
                kept.add(attribute);
            }
        }
        holder.set("Attribute", kept);
    }

    private static boolean travels(JsonNode part) {
        int distribution = part.path("distribution").asInt(Level.INHERIT);
        return distribution == Level.INHERIT
                || distribution == Level.CONNECTED
                || distribution == Level.ALL
                || distribution == Level.GROUP;
    }

    /** Connected communities are one step away: for them it is their own community. */
    private static void nearer(ObjectNode part) {
        if (part.path("distribution").asInt(Level.INHERIT) == Level.CONNECTED) {
            part.put("distribution", String.valueOf(Level.COMMUNITY));
        }
    }
}
