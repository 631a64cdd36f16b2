package az.qalxan.exchange.taxii;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.Exit;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.ObjectQuery;
import az.qalxan.exchange.ObjectShelf;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.ShelfPage;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Objects of a collection over TAXII 2.1 (sections 5.3 to 5.8). */
@RestController
@RequestMapping("/taxii2/exchange/collections/{collection}")
class TaxiiController {

    private static final long DRAINED_MAX = 128L << 20;

    private final TaxiiPlaces places;
    private final ObjectShelf shelf;
    private final ObjectIntake intake;
    private final Statuses statuses;
    private final EnvelopeGate gate;
    private final CurrentCaller callers;

    TaxiiController(
            TaxiiPlaces places,
            ObjectShelf shelf,
            ObjectIntake intake,
            Statuses statuses,
            EnvelopeGate gate,
            CurrentCaller callers) {
        this.places = places;
        this.shelf = shelf;
        this.intake = intake;
        this.statuses = statuses;
        this.gate = gate;
        this.callers = callers;
    }

    @Requires("exchange:read")
    @GetMapping({"/manifest", "/manifest/"})
    ResponseEntity<byte[]> manifest(@PathVariable String collection, HttpServletRequest request) {
        Reachable place = places.readable(collection, request);
        ObjectQuery query = TaxiiFilter.of(request, TaxiiFilter.OF_MANY);
        return TaxiiAnswers.manifest(
                shelf.handOut(place.collection().id(), query, exit("manifest")));
    }

    @Requires("exchange:read")
    @GetMapping({"/objects", "/objects/"})
    ResponseEntity<byte[]> objects(@PathVariable String collection, HttpServletRequest request) {
        Reachable place = places.readable(collection, request);
        ObjectQuery query = TaxiiFilter.of(request, TaxiiFilter.OF_MANY);
        return TaxiiAnswers.envelope(
                shelf.handOut(place.collection().id(), query, exit("objects")));
    }

    @Requires("exchange:read")
    @GetMapping({"/objects/{object}", "/objects/{object}/"})
    ResponseEntity<byte[]> object(
            @PathVariable String collection,
            @PathVariable String object,
            HttpServletRequest request) {
        Reachable place = places.readable(collection, request);
        ObjectQuery query = TaxiiFilter.of(request, TaxiiFilter.OF_ONE, object);
        return TaxiiAnswers.envelope(page(place, object, query, "objects"));
    }

    @Requires("exchange:read")
    @GetMapping({"/objects/{object}/versions", "/objects/{object}/versions/"})
    ResponseEntity<byte[]> versions(
            @PathVariable String collection,
            @PathVariable String object,
            HttpServletRequest request) {
        Reachable place = places.readable(collection, request);
        ObjectQuery query = TaxiiFilter.of(request, TaxiiFilter.OF_VERSIONS, object);
        return TaxiiAnswers.versions(page(place, object, query, "versions"));
    }

    private ShelfPage page(Reachable place, String object, ObjectQuery query, String what) {
        return shelf.handOut(place.collection().id(), object, query, exit(what))
                .orElseThrow(TaxiiFault::notFound);
    }

    private Exit exit(String what) {
        return Exit.taxii(what, callers.require().name());
    }

    @Requires("exchange:create")
    @PostMapping({"/objects", "/objects/"})
    ResponseEntity<byte[]> add(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Caller caller = callers.require();
        Reachable place = places.writable(collection, request);
        TaxiiMedia.requireTaxiiBody(request);
        try (EnvelopeGate.Place _ =
                gate.enter(caller.account().toString(), request.getContentLengthLong())) {
            return TaxiiAnswers.answer(202, add(caller, place, read(request)));
        }
    }

    private ObjectNode add(Caller caller, Reachable place, EnvelopeReading.Read envelope) {
        UUID id = UUID.randomUUID();
        AtomicReference<ObjectNode> status = new AtomicReference<>();
        intake.take(
                caller,
                place,
                envelope,
                verdicts -> {
                    ObjectNode told = statuses.of(id, verdicts);
                    statuses.keep(id, told);
                    status.set(told);
                });
        return status.get();
    }

    private static EnvelopeReading.Read read(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            if (request.getContentLengthLong() > EnvelopeReader.BYTES_MAX) {
                throw tooLarge(in);
            }
            return switch (EnvelopeReader.read(in)) {
                case EnvelopeReading.Read read -> read;
                case EnvelopeReading.TooLarge _ -> throw tooLarge(in);
                case EnvelopeReading.Unreadable unreadable ->
                        throw TaxiiFault.malformed(unreadable.words());
                case EnvelopeReading.TooMany many ->
                        throw TaxiiFault.unprocessable(
                                "At most " + many.most() + " objects are taken in one envelope.");
            };
        }
    }

    /** Reads some of the rest, so that the client gets to hear why. */
    private static TaxiiFault tooLarge(InputStream in) throws IOException {
        byte[] some = new byte[1 << 16];
        long drained = 0;
        int read = in.read(some);
        while (read >= 0 && drained < DRAINED_MAX) {
            drained += read;
            read = in.read(some);
        }
        return TaxiiFault.tooLarge(EnvelopeReader.BYTES_MAX);
    }

    @Requires("exchange:create")
    @DeleteMapping({"/objects/{object}", "/objects/{object}/"})
    ResponseEntity<byte[]> remove(
            @PathVariable String collection,
            @PathVariable String object,
            HttpServletRequest request) {
        Caller caller = callers.require();
        Reachable place = places.removable(collection, request);
        return switch (shelf.remove(
                caller, place.collection().id(), object, TaxiiFilter.toRemove(request))) {
            case DONE -> TaxiiAnswers.answer(200, "", new HttpHeaders());
            case UNKNOWN -> throw TaxiiFault.notFound();
            case NOT_YOURS -> throw TaxiiFault.forbidden("Another body sent this object.");
        };
    }
}
