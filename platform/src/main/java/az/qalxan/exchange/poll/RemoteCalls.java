package az.qalxan.exchange.poll;

import az.qalxan.exchange.EnvelopeReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Calls TAXII 2.1 servers of others: follows no redirect, reads no more than it can hold. */
@Component
class RemoteCalls {

    static final String TAXII = "application/taxii+json;version=2.1";

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** How a server knows us; without a name nobody signs in. */
    record SignIn(String username, String password) {

        private HttpRequest.Builder on(HttpRequest.Builder request) {
            if (username.isEmpty()) {
                return request;
            }
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
    }

    RemoteAnswer get(URI address, SignIn as) throws IOException {
        return send(as.on(request(address)).GET().build());
    }

    RemoteAnswer post(URI address, SignIn as, String body) throws IOException {
        return send(
                as.on(request(address))
                        .header("Content-Type", TAXII)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(ANSWER_MAX).header("Accept", TAXII);
    }

    /** The bound of time is for the whole body too, however slowly it comes. */
    private RemoteAnswer send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<BoundedBody.Taken>> asked =
                http.sendAsync(request, _ -> new BoundedBody(EnvelopeReader.BYTES_MAX));
        try {
            return answer(asked.get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS));
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

    private static RemoteAnswer answer(HttpResponse<BoundedBody.Taken> answer) {
        return new RemoteAnswer(
                answer.statusCode(),
                answer.body().bytes(),
                answer.body().whole(),
                header(answer, "X-TAXII-Date-Added-First"),
                header(answer, "X-TAXII-Date-Added-Last"),
                header(answer, "Date"),
                header(answer, "Retry-After"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
