package az.qalxan.engines.timestamp;

import az.qalxan.engines.ledger.Stamp;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks a time stamp authority over HTTP (RFC 3161 §3.4). */
public final class TimestampClient {

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final URI authority;
    private final HttpClient http;
    private final SecureRandom random;
    private final Duration wait;

    /** Of the authority at that address. */
    public TimestampClient(URI authority, HttpClient http, SecureRandom random) {
        this(authority, http, random, WAIT_MAX);
    }

    TimestampClient(URI authority, HttpClient http, SecureRandom random, Duration wait) {
        this.authority = authority;
        this.http = http;
        this.random = random;
        this.wait = wait;
    }

    /** What came of asking. */
    public sealed interface Answer {

        /** A stamp over the very bytes, with the number that was sent; its signer is not judged. */
        record Stamped(Stamp stamp) implements Answer {}

        /** No stamp. */
        record NotStamped(String why) implements Answer {}
    }

    /** Asks for a stamp over the SHA-256 of these bytes. */
    public Answer stamp(byte[] covered) throws IOException, InterruptedException {
        TimeStampRequest request = request(covered);
        HttpRequest post =
                HttpRequest.newBuilder(authority)
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                        .build();
        HttpResponse<byte[]> response = send(post);
        byte[] bytes = response.body();
        return response.statusCode() == OK
                ? judge(request, bytes)
                : new Answer.NotStamped(
                        "status " + response.statusCode() + ", " + bytes.length + " bytes");
    }

    /** Waits for the whole answer; a timeout of the request would end with its head. */
    private HttpResponse<byte[]> send(HttpRequest post) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        post,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), Stamp.BYTES_MAX));
        try {
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in " + wait);
        } catch (ExecutionException e) {
            throw new IOException("no answer: " + e.getCause(), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private TimeStampRequest request(byte[] covered) throws IOException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(covered);
            BigInteger nonce = new BigInteger(NONCE_BITS, random);
            return generator.generate(TSPAlgorithms.SHA256, digest, nonce);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Answer judge(TimeStampRequest request, byte[] bytes) {
        try {
            TimeStampResponse response = new TimeStampResponse(bytes);
            response.validate(request);
            return response.getTimeStampToken() == null
                    ? new Answer.NotStamped("refused: " + response.getStatusString())
                    : new Answer.Stamped(Stamp.of(bytes));
        } catch (TSPException | IOException | IllegalArgumentException | ClassCastException e) {
            return new Answer.NotStamped("no answer of the standard: " + e.getMessage());
        }
    }
}
