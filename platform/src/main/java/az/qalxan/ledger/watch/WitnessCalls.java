package az.qalxan.ledger.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks witnesses over HTTP (C2SP tlog-witness). */
@Component
class WitnessCalls {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 65_536;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** What a witness answered. */
    record Reply(int status, String body) {}

    Reply add(KnownWitness witness, byte[] request) throws IOException {
        HttpRequest asked =
                HttpRequest.newBuilder(witness.address().resolve("add-checkpoint"))
                        .timeout(ANSWER_MAX)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX);
                return new Reply(answer.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
