package az.qalxan.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server's interface of evidence; a server that is away for a while is asked again. */
final class EvidenceCalls implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(10);
    private static final int STATUS_OK_BELOW = 300;
    private static final int STATUS_AWAY_FROM = 502;
    private static final int STATUS_NO_ROOM = 507;
    private static final int STATUS_TOO_MANY = 429;
    private static final int WAIT_SECONDS_MAX = 30;

    private final String server;
    private final String token;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .build();

    EvidenceCalls(WhereOptions.There there, Duration patience) {
        String base = there.server.toString();
        this.server = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.token = there.token;
        this.patience = patience;
    }

    /**
     * An answer.
     *
     * @param offset the header Upload-Offset; -1 without one
     */
    record Answer(int status, JsonNode body, long offset) {

        boolean good() {
            return status < STATUS_OK_BELOW;
        }

        boolean problem(String slug) {
            return body.path("type").asString("").endsWith(":" + slug);
        }

        /** The body of a good answer. */
        JsonNode require() throws CallRefused {
            if (!good()) {
                throw new CallRefused(
                        "the server answers %d: %s%s"
                                .formatted(status, body.path("detail").asString(""), wrong()));
            }
            return body;
        }

        private String wrong() {
            StringBuilder all = new StringBuilder();
            for (JsonNode one : body.path("violations")) {
                all.append(
                        "%n  %s: %s"
                                .formatted(
                                        one.path("location").asString(),
                                        one.path("message").asString()));
            }
            return all.toString();
        }
    }

    JsonNode get(String path) throws CallRefused {
        return send(request(path).GET()).require();
    }

    Answer post(String path, JsonNode json) throws CallRefused {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.toString())));
    }

    /** Sends a piece that begins at an offset. */
    Answer piece(String path, long offset, Piece piece) throws CallRefused {
        return send(
                request(path)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", String.valueOf(offset))
                        .header("Upload-Checksum", piece.checksum())
                        .method(
                                "PATCH",
                                HttpRequest.BodyPublishers.ofByteArray(
                                        piece.bytes(), 0, piece.length())));
    }

    /** The first bytes of an array, with what the server checks them by. */
    record Piece(byte[] bytes, int length, String checksum) {}

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
    }

    /** What may be sent twice: every call here finds what an earlier one left. */
    private Answer send(HttpRequest.Builder request) throws CallRefused {
        long until = System.nanoTime() + patience.toNanos();
        int wait = 1;
        while (true) {
            String why;
            try {
                Answer answer = once(request.build());
                if (!away(answer.status())) {
                    return answer;
                }
                why = "the server answers " + answer.status();
            } catch (IOException e) {
                why = "no answer from the server: " + e.getMessage();
            }
            if (System.nanoTime() > until) {
                throw new CallRefused(why + "; the same command again goes on");
            }
            pause(wait);
            wait = Math.min(WAIT_SECONDS_MAX, 2 * wait);
        }
    }

    private static boolean away(int status) {
        return status == STATUS_TOO_MANY || (status >= STATUS_AWAY_FROM && status < STATUS_NO_ROOM);
    }

    private Answer once(HttpRequest request) throws IOException, CallRefused {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body =
                    answer.body().isEmpty()
                            ? JsonMapper.shared().createObjectNode()
                            : JsonMapper.shared().readTree(answer.body());
            long offset =
                    answer.headers().firstValue("Upload-Offset").map(Long::parseLong).orElse(-1L);
            return new Answer(answer.statusCode(), body, offset);
        } catch (JacksonException e) {
            throw new CallRefused("the server's answer is not JSON; is the address right?");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new IOException("interrupted", e));
    }

    @Override
    public void close() {
        http.close();
    }
}
