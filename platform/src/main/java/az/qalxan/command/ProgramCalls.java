package az.qalxan.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server's interface for programs with a token. */
final class ProgramCalls implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final int STATUS_OK_BELOW = 300;

    private final String server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .build();

    ProgramCalls(URI server, String token) {
        String base = server.toString();
        this.server = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, CallRefused {
        return send(request(path).GET());
    }

    /** The bytes of a file. */
    byte[] bytes(String path) throws IOException, CallRefused {
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            request(path).setHeader("Accept", "*/*").GET().build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= STATUS_OK_BELOW) {
                throw new CallRefused("the server answers %d".formatted(answer.statusCode()));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    JsonNode post(String path) throws IOException, CallRefused {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode post(String path, JsonNode json) throws IOException, CallRefused {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.toString())));
    }

    /** Sends bytes with further headers. */
    JsonNode post(String path, byte[] bytes, Map<String, String> headers)
            throws IOException, CallRefused {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return send(request);
    }

    /** Sends a file; an answer of that status is an answer as well, not a refusal. */
    JsonNode post(String path, byte[] file, int alsoAnswer) throws IOException, CallRefused {
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)),
                alsoAnswer);
    }

    /**
     * A file that the server hands out.
     *
     * @param header the value of the header that was asked about; empty without one
     */
    record Bytes(byte[] content, String header) {}

    /** Takes a file, and what a header says of it. */
    Bytes file(String path, String header) throws IOException, CallRefused {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= STATUS_OK_BELOW) {
                throw new CallRefused(
                        "the server answers %d: %s"
                                .formatted(
                                        answer.statusCode(),
                                        JsonMapper.shared()
                                                .readTree(answer.body())
                                                .path("detail")
                                                .asString("")));
            }
            return new Bytes(answer.body(), answer.headers().firstValue(header).orElse(""));
        } catch (JacksonException e) {
            throw new CallRefused("the server's answer is not JSON; is the address right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /** Takes a file of any size; answers its SHA-256, hexadecimal. */
    String download(String path, Path out) throws IOException, CallRefused {
        try {
            HttpResponse<InputStream> answer =
                    http.send(
                            request(path).setHeader("Accept", "*/*").GET().build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream body = answer.body()) {
                if (answer.statusCode() >= STATUS_OK_BELOW) {
                    throw new CallRefused("the server answers %d".formatted(answer.statusCode()));
                }
                Files.copy(new DigestInputStream(body, sha256), out);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, CallRefused {
        return send(request, STATUS_OK_BELOW - 1);
    }

    private JsonNode send(HttpRequest.Builder request, int alsoAnswer)
            throws IOException, CallRefused {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() >= STATUS_OK_BELOW && answer.statusCode() != alsoAnswer) {
                throw new CallRefused(
                        "the server answers %d: %s"
                                .formatted(answer.statusCode(), json.path("detail").asString("")));
            }
            return json;
        } catch (JacksonException e) {
            throw new CallRefused("the server's answer is not JSON; is the address right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
