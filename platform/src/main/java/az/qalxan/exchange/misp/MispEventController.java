package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Events over MISP's own interface, as its synchronisation and PyMISP use it. */
@RestController
@RequestMapping("/misp/{collection}/events")
class MispEventController {

    private final MispPlaces places;
    private final EventDesk desk;
    private final Handout handout;
    private final CurrentCaller callers;
    private final Clock clock;

    MispEventController(
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

    static ResponseEntity<String> answer(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(text);
    }

    @Requires("exchange:read")
    @PostMapping({"/index", "/index.json"})
    ResponseEntity<String> index(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Reachable place = places.readable(collection);
        Search search = SearchReader.read(MispJson.body(request), clock);
        return answer(handout.index(callers.require(), place.collection().id(), search));
    }

    @Requires("exchange:read")
    @GetMapping({"", "/", "/index", "/index.json"})
    ResponseEntity<String> list(@PathVariable String collection) {
        Reachable place = places.readable(collection);
        Search search = SearchReader.read(MispJson.JSON.createObjectNode(), clock);
        return answer(handout.index(callers.require(), place.collection().id(), search));
    }

    @Requires("exchange:read")
    @PostMapping({"/restSearch", "/restSearch.json"})
    void search(
            @PathVariable String collection,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reachable place = places.readable(collection);
        Search search = SearchReader.read(MispJson.body(request), clock);
        boolean csv = search.format().equals("csv");
        try (Writer out = out(response, csv)) {
            if (csv) {
                handout.attributes(callers.require(), place.collection(), search, out);
            } else {
                handout.events(callers.require(), place.collection().id(), search, out);
            }
        }
    }

    static Writer out(HttpServletResponse response, boolean csv) throws IOException {
        response.setContentType(csv ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        return new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                1 << 16);
    }

    /** A MISP that pulls says in the path that it wants what was deleted too. */
    @Requires("exchange:read")
    @GetMapping({"/view/{event}", "/view/{event}/**"})
    ResponseEntity<String> view(
            @PathVariable String collection,
            @PathVariable String event,
            HttpServletRequest request) {
        Reachable place = places.readable(collection);
        boolean deleted = request.getRequestURI().contains("deleted");
        StoredEvent found = places.event(place, event);
        return answer(handout.event(callers.require(), found, "view", deleted));
    }

    @Requires("exchange:create")
    @PostMapping({"/add", "/add/**"})
    ResponseEntity<String> add(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        Caller caller = callers.require();
        MispEventReader reader = desk.reader();
        MispEvent event = reader.event(MispJson.body(request));
        sound(reader);
        return told(desk.add(Sender.of(caller, place), place.collection(), event));
    }

    private static void sound(MispEventReader reader) {
        if (!reader.flaws().isEmpty()) {
            throw MispFault.malformed(reader.flaws());
        }
    }

    private ResponseEntity<String> told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken -> answer(handout.own(taken.event()));
            case Outcome.Refused refused ->
                    throw refused.status() == 404
                            ? MispFault.notFound("event")
                            : MispFault.forbidden(refused.words());
        };
    }

    @Requires("exchange:create")
    @PostMapping({"/edit/{event}", "/edit/{event}/**"})
    ResponseEntity<String> edit(
            @PathVariable String collection, @PathVariable String event, HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        StoredEvent found = places.event(place, event);
        JsonNode body = MispJson.body(request);
        MispEventReader reader = desk.reader();
        MispEvent sent = reader.event(with(body, found));
        sound(reader);
        return told(desk.edit(Sender.of(callers.require(), place), place.collection(), sent));
    }

    /** What a change need not say again. */
    private static JsonNode with(JsonNode body, StoredEvent found) {
        if (MispJson.inside(body, "Event")
                instanceof tools.jackson.databind.node.ObjectNode event) {
            event.put("uuid", found.uuid().toString());
            if (!event.has("info")) {
                event.put("info", found.info());
            }
            if (!event.has("date")) {
                event.put("date", found.day().toString());
            }
        }
        return body;
    }

    @Requires("exchange:create")
    @PostMapping({"/publish/{event}", "/alert/{event}"})
    ResponseEntity<String> publish(@PathVariable String collection, @PathVariable String event) {
        return published(collection, event, true);
    }

    @Requires("exchange:create")
    @PostMapping("/unpublish/{event}")
    ResponseEntity<String> unpublish(@PathVariable String collection, @PathVariable String event) {
        return published(collection, event, false);
    }

    private ResponseEntity<String> published(String collection, String event, boolean published) {
        Reachable place = places.writable(collection);
        Sender sender = Sender.of(callers.require(), place);
        StoredEvent found = places.event(place, event);
        Outcome outcome = desk.publish(sender, place.collection(), found, published);
        if (outcome instanceof Outcome.Refused refused) {
            throw MispFault.forbidden(refused.words());
        }
        return answer(
                "{\"saved\":true,\"success\":true,\"name\":\"Job queued\",\"message\":\"Job"
                        + " queued\",\"url\":\"/events/alert/"
                        + found.number()
                        + "\"}");
    }

    /** Which of those that a MISP would push are new here, or newer than what is here. */
    @Requires("exchange:create")
    @PostMapping("/filterEventIdsForPush")
    ResponseEntity<String> wanted(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Reachable place = places.writable(collection);
        ArrayNode wanted = MispJson.JSON.createArrayNode();
        List<String> uuids =
                desk.wanted(
                        Sender.of(callers.require(), place),
                        place.collection().id(),
                        MispJson.body(request));
        uuids.forEach(wanted::add);
        return answer(wanted.toString());
    }
}
