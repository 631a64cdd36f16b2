package az.qalxan.exchange.misp;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sightings over MISP's own interface. */
@RestController
@RequestMapping("/misp/{collection}/sightings")
class MispSightingController {

    private final MispPlaces places;
    private final Sightings sightings;
    private final CurrentCaller callers;

    MispSightingController(MispPlaces places, Sightings sightings, CurrentCaller callers) {
        this.places = places;
        this.sightings = sightings;
        this.callers = callers;
    }

    /** Of an attribute by its UUID, or of every attribute with a value. */
    @Requires("exchange:create")
    @PostMapping({"/add", "/add/{attribute}"})
    ResponseEntity<String> add(
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String attribute,
            HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        JsonNode body = MispJson.body(request);
        List<Sighting> added =
                sightings.add(
                        callers.require(),
                        place.collection().id(),
                        attribute == null ? "" : attribute,
                        body);
        if (added.isEmpty()) {
            throw MispFault.notFound("attribute");
        }
        ObjectNode answer = MispJson.JSON.createObjectNode();
        answer.set("Sighting", added.getFirst().node());
        answer.put("message", added.size() + " sightings successfuly added.");
        return MispEventController.answer(answer.toString());
    }

    /** What another MISP knows of the attributes of an event. */
    @Requires("exchange:create")
    @PostMapping("/bulkSaveSightings/{event}")
    ResponseEntity<String> bulk(
            @PathVariable String collection, @PathVariable String event, HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        StoredEvent found = places.event(place, event);
        int added = 0;
        for (JsonNode one : MispJson.body(request)) {
            JsonNode sighting = MispJson.inside(one, "Sighting");
            added +=
                    sightings
                            .add(
                                    callers.require(),
                                    place.collection().id(),
                                    sighting.path("attribute_uuid").asString(""),
                                    sighting)
                            .size();
        }
        return MispEventController.answer(
                "{\"saved\":true,\"message\":\"%d sightings added.\",\"event\":\"%s\"}"
                        .formatted(added, found.uuid()));
    }

    @Requires("exchange:read")
    @GetMapping({"/index/{event}", "/listSightings/{event}/event"})
    ResponseEntity<String> list(@PathVariable String collection, @PathVariable String event) {
        return told(places.event(places.readable(collection), event));
    }

    @Requires("exchange:read")
    @PostMapping({"/restSearch/event", "/listSightings"})
    ResponseEntity<String> search(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Reachable place = places.readable(collection);
        JsonNode body = MispJson.body(request);
        String event =
                body.has("uuid") ? body.path("uuid").asString("") : body.path("id").asString("");
        return told(places.event(place, event));
    }

    private ResponseEntity<String> told(StoredEvent event) {
        ArrayNode list = MispJson.JSON.createArrayNode();
        sightings.of(event.number()).forEach(one -> list.addObject().set("Sighting", one.node()));
        return MispEventController.answer(list.toString());
    }
}
