package az.qalxan.command;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Calls a TAXII 2.1 server, whoever wrote it. */
final class TaxiiCalls implements AutoCloseable {

    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BYTES_MAX = 128 << 20;
    private static final int TRIES = 4;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_LARGE = 413;
    private static final int PENDING_TIMES_MAX = 40;
    private static final long PENDING_SECONDS_MAX = 30;
    private static final long WAIT_SECONDS_MAX = 60;

    private final StrictJson json = new StrictJson(JsonLimits.USUAL.withBytesMax(BYTES_MAX));
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final TaxiiPlace place;

    TaxiiCalls(TaxiiPlace place) {
        this.place = place;
    }

    /**
     * An answer.
     *
     * @param last X-TAXII-Date-Added-Last as it came; empty without
     */
    record Answer(JsonNode json, String last) {}

    /** Objects after a moment; {@code next} goes on within what was asked. */
    Answer page(int limit, String after, String next) throws IOException, CallRefused {
        StringBuilder query = new StringBuilder("?limit=").append(limit);
        if (!after.isEmpty()) {
            query.append("&added_after=").append(encoded(after));
        }
        if (!next.isEmpty()) {
            query.append("&next=").append(encoded(next));
        }
        return send(request(place.objects() + query).GET());
    }

    /**
     * Sends an envelope, and waits until the server has settled all of it.
     *
     * @return the status (TAXII 2.1, section 4.3.1)
     * @throws EnvelopeTooLarge when the server takes less at once
     */
    JsonNode add(String envelope) throws IOException, CallRefused {
        JsonNode status =
                send(request(place.objects())
                                .header("Content-Type", TAXII)
                                .POST(HttpRequest.BodyPublishers.ofString(envelope)))
                        .json();
        for (int i = 0; i < PENDING_TIMES_MAX && pending(status); i++) {
            pause(Math.min(PENDING_SECONDS_MAX, 1L << Math.min(i, 5)));
            status = send(request(place.status(status.path("id").asString(""))).GET()).json();
        }
        if (pending(status)) {
            throw new CallRefused("the server does not settle an envelope; its status is pending");
        }
        return status;
    }

    /** The server takes less at once. */
    static final class EnvelopeTooLarge extends CallRefused {

        private static final long serialVersionUID = 1L;

        EnvelopeTooLarge(String why) {
            super(why);
        }
    }

    private static boolean pending(JsonNode status) {
        return status.path("status").asString("").equals("pending");
    }

    private static void pause(long seconds) throws IOException {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", TAXII)
                        .timeout(PATIENCE);
        String who = place.authorization();
        return who.isEmpty() ? request : request.header("Authorization", who);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, CallRefused {
        try {
            HttpResponse<InputStream> answer = tried(request.build());
            byte[] bytes;
            try (InputStream body = answer.body()) {
                bytes = body.readNBytes(BYTES_MAX + 1);
            }
            JsonReading reading = json.read(new ByteArrayInputStream(bytes));
            if (answer.statusCode() == TOO_LARGE) {
                throw new EnvelopeTooLarge(refusal(answer.statusCode(), reading));
            }
            if (answer.statusCode() >= 300) {
                throw new CallRefused(refusal(answer.statusCode(), reading));
            }
            if (reading instanceof JsonReading.Refused refused) {
                throw new CallRefused("the server's answer cannot be read: " + refused.fault());
            }
            return new Answer(
                    ((JsonReading.Read) reading).node(),
                    answer.headers().firstValue("X-TAXII-Date-Added-Last").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A server that asks for patience gets some. */
    private HttpResponse<InputStream> tried(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = once(request);
        for (int i = 1; i < TRIES && busy(answer.statusCode()); i++) {
            answer.body().close();
            Thread.sleep(Duration.ofSeconds(wait(answer, i)));
            answer = once(request);
        }
        return answer;
    }

    private HttpResponse<InputStream> once(HttpRequest request)
            throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static boolean busy(int status) {
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    private static long wait(HttpResponse<?> answer, int tries) {
        String asked = answer.headers().firstValue("Retry-After").orElse("");
        long seconds = asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : 1L << tries;
        return Math.min(WAIT_SECONDS_MAX, seconds);
    }

    private static String refusal(int status, JsonReading reading) {
        String title =
                reading instanceof JsonReading.Read read
                        ? read.node().path("title").asString("")
                                + " "
                                + read.node().path("description").asString("")
                        : "";
        return "the server answers %d: %s".formatted(status, title.strip());
    }

    @Override
    public void close() {
        http.close();
    }
}
