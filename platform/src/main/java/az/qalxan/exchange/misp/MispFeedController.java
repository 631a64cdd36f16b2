package az.qalxan.exchange.misp;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A feed in MISP's format: what of a collection may travel on to whoever reads it. */
@RestController
@RequestMapping("/misp/{collection}/feed")
class MispFeedController {

    private final MispPlaces places;
    private final FeedDesk desk;
    private final CurrentCaller callers;

    MispFeedController(MispPlaces places, FeedDesk desk, CurrentCaller callers) {
        this.places = places;
        this.desk = desk;
        this.callers = callers;
    }

    @Requires("exchange:read")
    @GetMapping({"", "/", "/manifest.json"})
    ResponseEntity<String> manifest(@PathVariable String collection) {
        Reachable place = places.readable(collection);
        return MispEventController.answer(desk.manifest(place.collection().id()));
    }

    @Requires("exchange:read")
    @GetMapping("/hashes.csv")
    void hashes(@PathVariable String collection, HttpServletResponse response) throws IOException {
        Reachable place = places.readable(collection);
        try (Writer out = MispEventController.out(response, true)) {
            desk.hashes(place.collection().id(), out);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/{event}.json")
    ResponseEntity<String> event(@PathVariable String collection, @PathVariable String event) {
        Reachable place = places.readable(collection);
        StoredEvent found = places.event(place, event);
        if (!found.published() || !found.level().travels()) {
            throw MispFault.notFound("event");
        }
        return MispEventController.answer(desk.event(callers.require(), found));
    }
}
