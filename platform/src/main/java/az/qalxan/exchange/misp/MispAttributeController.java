package az.qalxan.exchange.misp;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes and tags over MISP's own interface. */
@RestController
@RequestMapping("/misp/{collection}")
class MispAttributeController {

    private final MispPlaces places;
    private final EventDesk desk;
    private final Handout handout;
    private final CurrentCaller callers;
    private final Clock clock;

    MispAttributeController(
            MispPlaces places,
            EventDesk desk,
            Handout handout,
            CurrentCaller callers,
            Clock clock) {
        this.places = places;
        this.desk = desk;
        this.handout = handout;
        this.callers = callers;
        this.clock = clock;
    }

    @Requires("exchange:read")
    @PostMapping({"/attributes/restSearch", "/attributes/restSearch.json"})
    void search(
            @PathVariable String collection,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reachable place = places.readable(collection);
        Search search = SearchReader.read(MispJson.body(request), clock);
        try (Writer out = MispEventController.out(response, search.format().equals("csv"))) {
            handout.attributes(callers.require(), place.collection(), search, out);
        }
    }

    /** One attribute, or a list of them. */
    @Requires("exchange:create")
    @PostMapping("/attributes/add/{event}")
    ResponseEntity<String> add(
            @PathVariable String collection, @PathVariable String event, HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        StoredEvent found = places.event(place, event);
        MispEventReader reader = desk.reader();
        JsonNode body = MispJson.body(request);
        List<MispAttribute> more = reader.attributes(body);
        if (!reader.flaws().isEmpty()) {
            throw MispFault.malformed(reader.flaws());
        }
        Sender sender = Sender.of(callers.require(), place);
        if (desk.addTo(sender, place.collection(), found, more)
                instanceof Outcome.Refused refused) {
            throw MispFault.forbidden(refused.words());
        }
        ArrayNode told = MispJson.JSON.createArrayNode();
        for (MispAttribute one : more) {
            told.add(one.content().put("event_id", String.valueOf(found.number())));
        }
        ObjectNode answer = MispJson.JSON.createObjectNode();
        answer.set("Attribute", more.size() == 1 ? told.get(0) : told);
        return MispEventController.answer(answer.toString());
    }

    @Requires("exchange:create")
    @PostMapping("/tags/attachTagToObject")
    ResponseEntity<String> attach(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        return tag(collection, MispJson.body(request), true);
    }

    @Requires("exchange:create")
    @PostMapping("/tags/removeTagFromObject")
    ResponseEntity<String> detach(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        return tag(collection, MispJson.body(request), false);
    }

    private ResponseEntity<String> tag(String collection, JsonNode body, boolean attach) {
        Reachable place = places.writable(collection);
        StoredEvent event = places.event(place, body.path("uuid").asString(""));
        String name = body.path("tag").asString("");
        if (name.isBlank() || name.length() > 255) {
            throw MispFault.malformed("/tag: a tag has 1 to 255 characters");
        }
        if (Tags.unreadable(List.of(name)).isPresent()) {
            throw MispFault.malformed("/tag: the marking " + name + " is not known here");
        }
        ObjectNode content = MispJson.object(event.content());
        ArrayNode tags = MispJson.JSON.createArrayNode();
        content.path("Tag")
                .forEach(one -> {
                    if (!one.path("name").asString("").equals(name)) {
                        tags.add(one);
                    }
                });
        if (attach) {
            tags.addObject().put("name", name);
        }
        content.set("Tag", tags);
        Sender sender = Sender.of(callers.require(), place);
        if (desk.retag(sender, place.collection(), event, content)
                instanceof Outcome.Refused refused) {
            throw MispFault.forbidden(refused.words());
        }
        return MispEventController.answer(
                "{\"saved\":true,\"success\":true,\"name\":\"Tag changed.\"}");
    }
}
