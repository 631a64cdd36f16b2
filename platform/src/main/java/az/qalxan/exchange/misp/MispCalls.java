package az.qalxan.exchange.misp;

import az.qalxan.exchange.poll.BoundedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Calls MISP servers of others: follows no redirect, reads no more than it can hold. */
@Component
class MispCalls {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(120);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** What a server answered. */
    record Answer(int status, byte[] body) {

        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    Answer get(URI address, String key) throws IOException {
        return send(request(address, key).GET().build());
    }

    boolean there(URI address, String key) throws IOException {
        return send(request(address, key)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build())
                .good();
    }

    Answer post(URI address, String key, String body) throws IOException {
        return send(
                request(address, key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(URI address, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER_MAX)
                        .header("Accept", "application/json");
        return key.isEmpty() ? request : request.header("Authorization", key);
    }

    /** The bound of time is for the whole body too, however slowly it comes. */
    private Answer send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<BoundedBody.Taken>> asked =
                http.sendAsync(request, _ -> new BoundedBody(MispJson.BYTES_MAX));
        try {
            HttpResponse<BoundedBody.Taken> answer =
                    asked.get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
            if (!answer.body().whole()) {
                throw new IOException("an answer has more than " + MispJson.BYTES_MAX + " bytes");
            }
            return new Answer(answer.statusCode(), answer.body().bytes());
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException("no whole answer within " + ANSWER_MAX.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
