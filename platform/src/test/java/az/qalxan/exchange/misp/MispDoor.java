package az.qalxan.exchange.misp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that knows MISP's interface and nothing of this server. */
final class MispDoor {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String key;

    MispDoor(int port, UUID collection, String key) {
        base = "http://localhost:" + port + "/misp/" + collection + "/";
        this.key = key;
    }

    /** An answer. */
    record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Authorization", key);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event with these members besides, and these attributes. */
    static String event(UUID uuid, String more, String... attributes) {
        return """
        {"Event":{"uuid":"%s","info":"Saxta bank saytı","date":"2026-03-01","threat_level_id":"2",
         "analysis":"0"%s,"Attribute":[%s]}}\
        """
                .formatted(uuid, more.isEmpty() ? "" : "," + more, String.join(",", attributes));
    }

    static String attribute(UUID uuid, String type, String value, String more) {
        return """
        {"uuid":"%s","type":"%s","category":"Network activity","value":"%s","to_ids":true%s}\
        """
                .formatted(uuid, type, value, more.isEmpty() ? "" : "," + more);
    }
}
