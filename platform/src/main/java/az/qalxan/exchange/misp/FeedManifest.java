package az.qalxan.exchange.misp;

import az.qalxan.engines.threatintel.json.JsonReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Which events a feed or server has, and in which versions.
 *
 * @param stamps versions by the UUIDs of events
 * @param flaws what of it cannot be used, with its place
 */
record FeedManifest(Map<UUID, Long> stamps, List<String> flaws) {

    static final int EVENTS_MAX = 200_000;

    FeedManifest {
        stamps = new LinkedHashMap<>(stamps);
        flaws = List.copyOf(flaws);
    }

    /** Reads {@code manifest.json}; a name in it is a UUID or is not followed. */
    static FeedManifest ofFeed(byte[] file) {
        if (!(MispJson.read(file) instanceof JsonReading.Read(JsonNode node))) {
            return unreadable(file);
        }
        if (!node.isObject() || node.size() > EVENTS_MAX) {
            return of("an object of at most " + EVENTS_MAX + " events was expected");
        }
        Map<UUID, Long> stamps = new LinkedHashMap<>();
        Flaws flaws = new Flaws();
        node.forEachEntry((name, entry) -> take(name, entry, stamps, flaws));
        return new FeedManifest(stamps, flaws.found());
    }

    /** Reads the list of events that a server gives when asked for the minimum. */
    static FeedManifest ofServer(byte[] answer) {
        if (!(MispJson.read(answer) instanceof JsonReading.Read(JsonNode node))) {
            return unreadable(answer);
        }
        if (!node.isArray() || node.size() > EVENTS_MAX) {
            return of("a list of at most " + EVENTS_MAX + " events was expected");
        }
        Map<UUID, Long> stamps = new LinkedHashMap<>();
        Flaws flaws = new Flaws();
        for (JsonNode one : node) {
            JsonNode event = MispJson.inside(one, "Event");
            take(event.path("uuid").asString(""), event, stamps, flaws);
        }
        return new FeedManifest(stamps, flaws.found());
    }

    private static void take(String name, JsonNode entry, Map<UUID, Long> stamps, Flaws flaws) {
        Optional<UUID> uuid = Flaws.uuid(name);
        String shown = name.substring(0, Math.min(name.length(), 60));
        if (uuid.isEmpty()) {
            flaws.add("/" + shown, "is no UUID");
            return;
        }
        flaws.stamp(entry, "timestamp", "/" + shown)
                .ifPresentOrElse(
                        stamp -> stamps.put(uuid.get(), stamp),
                        () -> flaws.add("/" + shown + "/timestamp", "is missing"));
    }

    private static FeedManifest unreadable(byte[] file) {
        return MispJson.read(file) instanceof JsonReading.Refused refused
                ? of(refused.fault().toString())
                : of("unreadable");
    }

    private static FeedManifest of(String flaw) {
        return new FeedManifest(Map.of(), new ArrayList<>(List.of(flaw)));
    }
}
