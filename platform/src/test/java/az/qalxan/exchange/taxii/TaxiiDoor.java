package az.qalxan.exchange.taxii;

import az.qalxan.exchange.Shelves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows the TAXII 2.1 standard and nothing of this server. */
final class TaxiiDoor {

    static final String TAXII = "application/taxii+json;version=2.1";
    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    TaxiiDoor(int port, Shelves.@Nullable Program program) {
        base = "http://localhost:" + port;
        headers.put("Accept", TAXII);
        if (program != null) {
            headers.put("Authorization", basic(program.name(), program.token()));
        }
    }

    private TaxiiDoor(String base, Map<String, String> headers) {
        this.base = base;
        this.headers.putAll(headers);
    }

    static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with another header; without it when the value is empty. */
    TaxiiDoor with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return new TaxiiDoor(base, changed);
    }

    /** An answer. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, String body) {
        return post(path, body, TAXII);
    }

    Answer post(String path, String body, String type) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    Answer method(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String match(String field, String value) {
        return "match%5B" + field + "%5D=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String objects(UUID collection) {
        return "/taxii2/exchange/collections/" + collection + "/objects/";
    }

    static String envelope(String... objects) {
        return "{\"objects\":[" + String.join(",", objects) + "]}";
    }

    static String indicator(String uuid, String modified, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"indicator--%s",
         "created":"2020-01-01T00:00:00.000Z","modified":"%s",
         "pattern":"[ipv4-addr:value = '198.51.100.3']","pattern_type":"stix",
         "valid_from":"2020-01-01T00:00:00Z"%s}\
        """
                .formatted(uuid, modified, more);
    }

    static String indicator(String uuid) {
        return indicator(uuid, "2020-01-01T00:00:00.000Z", "");
    }
}
