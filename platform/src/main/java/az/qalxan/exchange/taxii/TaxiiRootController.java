package az.qalxan.exchange.taxii;

import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discovery, the API root, statuses and the list of collections (TAXII 2.1, sections 4 and 5). */
@RestController
@RequestMapping("/taxii2")
class TaxiiRootController {

    private static final String TITLE = "Qalxan";

    /** Relative: behind a proxy this server does not know the address by which it is known. */
    private static final String ROOT = "/taxii2/exchange/";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What lies where this server answers some method. */
    private static final Pattern KNOWN =
            Pattern.compile(
                    "/taxii2/?|/taxii2/exchange/?|/taxii2/exchange/status/[^/]+/?"
                            + "|/taxii2/exchange/collections/?"
                            + "|/taxii2/exchange/collections/[^/]+/?"
                            + "|/taxii2/exchange/collections/[^/]+/(manifest|objects)/?"
                            + "|/taxii2/exchange/collections/[^/]+/x-qalxan-receipts/"
                            + "|/taxii2/exchange/collections/[^/]+/objects/[^/]+(/versions)?/?");

    private final CollectionDesk desk;
    private final TaxiiPlaces places;
    private final Statuses statuses;

    TaxiiRootController(CollectionDesk desk, TaxiiPlaces places, Statuses statuses) {
        this.desk = desk;
        this.places = places;
        this.statuses = statuses;
    }

    @Requires("exchange:read")
    @GetMapping({"", "/"})
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        TaxiiMedia.requireAccepted(request);
        ObjectNode node = TaxiiAnswers.JSON.createObjectNode();
        node.put("title", TITLE);
        node.put("description", "Exchange of knowledge about threats among CERTs");
        node.put("default", ROOT);
        node.putArray("api_roots").add(ROOT);
        return TaxiiAnswers.answer(200, node);
    }

    @Requires("exchange:read")
    @GetMapping({"/exchange", "/exchange/"})
    ResponseEntity<byte[]> root(HttpServletRequest request) {
        TaxiiMedia.requireAccepted(request);
        ObjectNode node = TaxiiAnswers.JSON.createObjectNode();
        node.put("title", TITLE);
        node.put("description", "Collections that are open to this client");
        node.putArray("versions").add(TaxiiMedia.TAXII);
        node.put("max_content_length", EnvelopeReader.BYTES_MAX);
        node.put(TaxiiReceiptController.MEMBER, true);
        return TaxiiAnswers.answer(200, node);
    }

    @Requires("exchange:read")
    @GetMapping({"/exchange/status/{id}", "/exchange/status/{id}/"})
    ResponseEntity<byte[]> status(@PathVariable String id, HttpServletRequest request) {
        TaxiiMedia.requireAccepted(request);
        if (!UUID_FORM.matcher(id).matches()) {
            throw TaxiiFault.notFound();
        }
        String text = statuses.find(UUID.fromString(id)).orElseThrow(TaxiiFault::notFound);
        return TaxiiAnswers.answer(200, text, new HttpHeaders());
    }

    @Requires("exchange:read")
    @GetMapping({"/exchange/collections", "/exchange/collections/"})
    ResponseEntity<byte[]> collections(HttpServletRequest request) {
        TaxiiMedia.requireAccepted(request);
        ObjectNode node = TaxiiAnswers.JSON.createObjectNode();
        List<Reachable> all =
                desk.all().stream()
                        .filter(one -> one.canRead() || one.writesUpTo() != null)
                        .toList();
        if (!all.isEmpty()) {
            ArrayNode list = node.putArray("collections");
            all.forEach(one -> list.add(TaxiiAnswers.collection(one)));
        }
        return TaxiiAnswers.answer(200, node);
    }

    @Requires("exchange:read")
    @GetMapping({"/exchange/collections/{collection}", "/exchange/collections/{collection}/"})
    ResponseEntity<byte[]> collection(@PathVariable String collection, HttpServletRequest request) {
        return TaxiiAnswers.answer(200, TaxiiAnswers.collection(places.known(collection, request)));
    }

    /** Everything else: no such place, or no such method there. */
    @OpenToEveryone("says that there is no such place, or no such method")
    @RequestMapping("/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        throw KNOWN.matcher(request.getRequestURI()).matches()
                ? TaxiiFault.notAllowed()
                : TaxiiFault.notFound();
    }
}
