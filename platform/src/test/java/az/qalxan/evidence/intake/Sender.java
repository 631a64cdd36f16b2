package az.qalxan.evidence.intake;

import az.qalxan.reporting.bulk.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that sends files, as an outsider does. */
public record Sender(Program program) {

    public static final String INTAKES = "/api/evidence/intakes";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer with the offset that its header tells; -1 without one. */
    public record Answer(int status, long offset, JsonNode body) {

        public String slug() {
            String type = body.path("type").asString("");
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    public Program.Answer announce(String whose, Object exhibit, String name, long bytes) {
        return program.post(
                INTAKES,
                """
                {"%s": "%s", "name": "%s", "bytes": %d, "modified": 5}
                """
                        .formatted(whose, exhibit, name, bytes));
    }

    public Answer piece(String id, long offset, byte[] bytes) {
        return piece(id, offset, bytes, checksum(bytes));
    }

    public Answer piece(String id, long offset, byte[] bytes, String checksum) {
        HttpRequest request =
                program.request(INTAKES + "/" + id)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", String.valueOf(offset))
                        .header("Upload-Checksum", checksum)
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Upload-Offset").map(Long::valueOf).orElse(-1L),
                    answer.body().isEmpty()
                            ? JsonMapper.shared().createObjectNode()
                            : JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends all from that offset on in pieces of that size. */
    public void rest(String id, byte[] bytes, int from, int piece) {
        for (int at = from; at < bytes.length; at += piece) {
            byte[] next = Arrays.copyOfRange(bytes, at, Math.min(at + piece, bytes.length));
            Answer answer = piece(id, at, next);
            if (answer.status() != 204) {
                throw new AssertionError(answer.toString());
            }
        }
    }

    public Program.Answer finish(String id, String sha256) {
        return program.post(INTAKES + "/" + id + "/finish", "{\"sha256\": \"" + sha256 + "\"}");
    }

    public static String checksum(byte[] bytes) {
        return "sha256 " + Base64.getEncoder().encodeToString(sha256(bytes));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
