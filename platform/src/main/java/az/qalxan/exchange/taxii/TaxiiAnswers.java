package az.qalxan.exchange.taxii;

import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.ShelfPage;
import az.qalxan.exchange.StixMoment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the resources of TAXII 2.1. */
final class TaxiiAnswers {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final int OBJECT_CHARS = 800;

    private TaxiiAnswers() {}

    static ResponseEntity<byte[]> answer(int status, ObjectNode resource) {
        return answer(status, JSON.writeValueAsString(resource), new HttpHeaders());
    }

    static ResponseEntity<byte[]> answer(int status, String text, HttpHeaders headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, TaxiiMedia.TAXII);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.status(status)
                .headers(headers)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode collection(Reachable place) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", place.collection().id().toString());
        node.put("title", place.collection().title());
        if (!place.collection().description().isEmpty()) {
            node.put("description", place.collection().description());
        }
        node.put("alias", place.collection().alias());
        node.put("can_read", place.canRead());
        node.put("can_write", place.canWrite());
        node.putArray("media_types").add(TaxiiMedia.STIX);
        return node;
    }

    static ResponseEntity<byte[]> envelope(ShelfPage page) {
        StringBuilder text = new StringBuilder(page.lines().size() * OBJECT_CHARS + OBJECT_CHARS);
        text.append('{');
        if (!page.lines().isEmpty()) {
            text.append("\"more\":").append(page.more());
            if (page.more()) {
                text.append(",\"next\":\"")
                        .append(TaxiiFilter.next(page.lines().getLast().added()))
                        .append('"');
            }
            text.append(",\"objects\":[");
            for (ShelfPage.Line line : page.lines()) {
                text.append(line.content()).append(',');
            }
            text.setCharAt(text.length() - 1, ']');
        }
        return answer(200, text.append('}').toString(), dates(page));
    }

    static ResponseEntity<byte[]> manifest(ShelfPage page) {
        ObjectNode node = JSON.createObjectNode();
        if (!page.lines().isEmpty()) {
            node.put("more", page.more());
            ArrayNode objects = node.putArray("objects");
            for (ShelfPage.Line line : page.lines()) {
                ObjectNode one = objects.addObject();
                one.put("id", line.id());
                one.put("date_added", StixMoment.text(line.added()));
                one.put("version", line.version());
                one.put("media_type", "application/stix+json;version=" + line.specVersion());
            }
        }
        return answer(200, JSON.writeValueAsString(node), dates(page));
    }

    static ResponseEntity<byte[]> versions(ShelfPage page) {
        ObjectNode node = JSON.createObjectNode();
        if (!page.lines().isEmpty()) {
            node.put("more", page.more());
            ArrayNode versions = node.putArray("versions");
            page.lines().forEach(line -> versions.add(line.version()));
        }
        return answer(200, JSON.writeValueAsString(node), dates(page));
    }

    /** The headers from which a client reads on; of an empty answer there is nothing to say. */
    private static HttpHeaders dates(ShelfPage page) {
        HttpHeaders headers = new HttpHeaders();
        List<ShelfPage.Line> lines = page.lines();
        if (!lines.isEmpty()) {
            headers.set("X-TAXII-Date-Added-First", StixMoment.text(lines.getFirst().added()));
            headers.set("X-TAXII-Date-Added-Last", StixMoment.text(lines.getLast().added()));
        }
        return headers;
    }

    static ResponseEntity<byte[]> error(int status, Map<String, String> words) {
        ObjectNode node = JSON.createObjectNode();
        words.forEach((name, value) -> {
            if (!value.isEmpty()) {
                node.put(name, value);
            }
        });
        node.put("http_status", String.valueOf(status));
        return answer(status, node);
    }
}
