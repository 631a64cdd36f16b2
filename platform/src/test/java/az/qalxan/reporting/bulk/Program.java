package az.qalxan.reporting.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body's program: speaks to the interface for programs over HTTP, as an outsider does. */
public record Program(String address, String token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer with its body as JSON. */
    public record Answer(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString();
        }

        /** The location of every violation with its message. */
        public Map<String, String> violations() {
            Map<String, String> violations = new LinkedHashMap<>();
            for (JsonNode one : body.path("violations")) {
                violations.put(one.path("location").asString(), one.path("message").asString());
            }
            return violations;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer report(Map<String, ?> report) {
        return report(report, "");
    }

    public Answer report(Map<String, ?> report, String key) {
        return json(JsonMapper.shared().writeValueAsBytes(report), key);
    }

    public Answer json(byte[] body, String key) {
        HttpRequest.Builder request =
                request("/api/reports")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    public Answer file(String name, String csv) {
        return file(name, HttpRequest.BodyPublishers.ofString(csv));
    }

    public Answer file(String name, HttpRequest.BodyPublisher csv) {
        return send(
                request("/api/imports?name=" + name).header("Content-Type", "text/csv").POST(csv));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
