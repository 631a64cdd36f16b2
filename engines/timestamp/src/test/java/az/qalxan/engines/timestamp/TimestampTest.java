package az.qalxan.engines.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.ledger.Stamp;
import az.qalxan.engines.ledger.StampCheck;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stamps are asked for, given and judged. */
@NullMarked
class TimestampTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimestampAuthority OWN =
            TimestampAuthority.create("Sınaq möhürü", CLOCK, RANDOM);
    private static final byte[] COVERED = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);
    private static final Timestamp KNOWN = new Timestamp(List.of(OWN.root()));

    /** A stamp by that authority, asked for over HTTP. */
    static TimestampClient.Answer ask(TimestampAuthority authority, byte[] covered)
            throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient http = HttpClient.newHttpClient()) {
            Thread.ofVirtual().start(() -> serve(server, authority));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            return new TimestampClient(address, http, RANDOM).stamp(covered);
        }
    }

    /** Answers one request. */
    private static void serve(ServerSocket server, TimestampAuthority authority) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
            byte[] answer = authority.answer(in.readNBytes(Integer.parseInt(length)));
            String status = "HTTP/1.1 200 OK\r\nContent-Length: " + answer.length + "\r\n\r\n";
            socket.getOutputStream().write(status.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(answer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stamp stamp(TimestampAuthority authority, byte[] covered)
            throws IOException, InterruptedException {
        return ((TimestampClient.Answer.Stamped) ask(authority, covered)).stamp();
    }

    @Test
    void aStampSaysWhenAndByWhom() throws IOException, InterruptedException {
        Stamp stamp = stamp(OWN, COVERED);
        StampCheck.Genuine genuine = KNOWN.check(COVERED, stamp).orElseThrow();
        assertThat(genuine.at()).isEqualTo(NOW);
        assertThat(genuine.by()).isEqualTo("CN=Sınaq möhürü");
        assertThat(genuine.trusted()).isTrue();
        assertThat(Timestamp.verify(COVERED, stamp, List.of()).orElseThrow().trusted()).isFalse();
        TimestampAuthority other = TimestampAuthority.create("Other", CLOCK, RANDOM);
        assertThat(Timestamp.verify(COVERED, stamp, List.of(other.root())).orElseThrow().trusted())
                .isFalse();
    }

    @Test
    void otherBytesAreNotCovered() throws IOException, InterruptedException {
        Stamp stamp = stamp(OWN, COVERED);
        assertThat(KNOWN.check(new byte[] {1}, stamp)).isEmpty();
    }

    @Test
    void aChangedByteIsNoticedUnlessNothingIsSignedThere()
            throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        System.out.println("TimestampTest: seed " + seed);
        Random random = new Random(seed);
        byte[] good = stamp(OWN, COVERED).bytes();
        StampCheck.Genuine genuine = KNOWN.check(COVERED, Stamp.of(good)).orElseThrow();
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            KNOWN.check(COVERED, Stamp.of(bad))
                    .ifPresent(read -> assertThat(read.at()).isEqualTo(genuine.at()));
        }
    }

    @Test
    void whatIsNoRequestIsRefusedInTheFormOfTheStandard() throws IOException {
        byte[] answer = OWN.answer(new byte[] {1, 2, 3});
        assertThat(KNOWN.check(COVERED, Stamp.of(answer))).isEmpty();
        assertThat(answer).isNotEmpty();
        assertThat(OWN.answer(new byte[TimestampAuthority.REQUEST_BYTES_MAX + 1])).isNotEmpty();
    }

    @Test
    @Timeout(60)
    void anAuthorityThatStopsInTheMiddleIsNotWaitedFor() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient http = HttpClient.newHttpClient()) {
            Thread.ofVirtual().start(() -> begin(server));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            Duration wait = Duration.ofMillis(500);
            TimestampClient client = new TimestampClient(address, http, RANDOM, wait);
            assertThatThrownBy(() -> client.stamp(COVERED))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    /** Sends the head of an answer and waits until the other side goes. */
    private static void begin(ServerSocket server) {
        try (Socket socket = server.accept()) {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anAuthorityIsKeptInAFile() throws IOException, InterruptedException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        OWN.store(kept, "parol".toCharArray());
        TimestampAuthority again =
                TimestampAuthority.read(
                        new ByteArrayInputStream(kept.toByteArray()),
                        "parol".toCharArray(),
                        CLOCK,
                        RANDOM);
        assertThat(KNOWN.check(COVERED, stamp(again, COVERED)).orElseThrow().trusted()).isTrue();
    }

    @FuzzTest(maxDuration = "2m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) throws IOException {
        if (bytes != null && bytes.length <= Stamp.BYTES_MAX) {
            KNOWN.check(COVERED, Stamp.of(bytes));
            OWN.answer(bytes);
        }
    }
}
