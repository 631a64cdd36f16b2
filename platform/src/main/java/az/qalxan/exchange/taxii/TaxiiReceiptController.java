package az.qalxan.exchange.taxii;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.Receipt;
import az.qalxan.exchange.Receipts;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Receipts for objects: not of the standard, so the API root says that they are taken. */
@RestController
class TaxiiReceiptController {

    /** The member of the API root that says so. */
    static final String MEMBER = "x_qalxan_receipts";

    private static final int BYTES_MAX = 2 << 20;
    private static final int TEXT_CHARS_MAX = 500;
    private static final Pattern MEANING = Pattern.compile("([0-9a-f]{64})?");

    private final TaxiiPlaces places;
    private final Receipts receipts;
    private final CurrentCaller callers;

    TaxiiReceiptController(TaxiiPlaces places, Receipts receipts, CurrentCaller callers) {
        this.places = places;
        this.receipts = receipts;
        this.callers = callers;
    }

    @Requires("exchange:read")
    @PostMapping("/taxii2/exchange/collections/{collection}/x-qalxan-receipts/")
    ResponseEntity<byte[]> keep(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        Reachable place = places.readable(collection, request);
        TaxiiMedia.requireTaxiiBody(request);
        byte[] body = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (body.length > BYTES_MAX) {
            throw TaxiiFault.tooLarge(BYTES_MAX);
        }
        int kept = receipts.keep(callers.require(), place.collection().id(), read(body));
        ObjectNode node = TaxiiAnswers.JSON.createObjectNode();
        node.put("kept", kept);
        return TaxiiAnswers.answer(200, node);
    }

    private static List<Receipt> read(byte[] body) {
        JsonNode list = tree(body).path("receipts");
        if (!list.isArray() || list.size() > Receipts.AT_ONCE_MAX) {
            throw TaxiiFault.malformed(
                    "receipts is no array of at most " + Receipts.AT_ONCE_MAX + " elements");
        }
        List<Receipt> receipts = new ArrayList<>();
        for (JsonNode one : list) {
            String meaning = one.path("meaning").asString("");
            if (!MEANING.matcher(meaning).matches()) {
                throw TaxiiFault.malformed("a meaning is no SHA-256 in hexadecimal");
            }
            receipts.add(
                    new Receipt(
                            text(one, "id"), text(one, "version"), text(one, "fault"), meaning));
        }
        return receipts;
    }

    private static JsonNode tree(byte[] body) {
        try {
            @Nullable JsonNode read = TaxiiAnswers.JSON.readTree(body);
            return read == null ? TaxiiAnswers.JSON.createObjectNode() : read;
        } catch (JacksonException e) {
            throw TaxiiFault.malformed(String.valueOf(e.getOriginalMessage()));
        }
    }

    private static String text(JsonNode one, String member) {
        String text = one.path(member).asString("").replace("\0", "");
        return text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX));
    }
}
